using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Storage.Contract;

/// <summary>The change log: every event once, in one order, as it was first written.</summary>
public abstract class ChangeLogContract : StoreContract
{
    [Fact]
    public async Task Read_OfAFreshLog_FindsNothing()
    {
        var page = await ReadAsync();

        Assert.Empty(page.Changes);
        Assert.Equal((0, 0, 0), (page.Next, page.Trimmed, await Changes.LastSequenceAsync(Token)));
        Assert.Empty(await Changes.AppendAsync([], Token));
    }

    [Fact]
    public async Task Append_GivesPlacesInOrder_AndReadsBackWhatWasWritten()
    {
        var given = SomeChange.New(1, minutes: 3) with { Topics = ["stat.ML", "cs.LG"], Sources = ["a", "b"] };

        var appended = await AppendAsync(given, SomeChange.New(2));

        Assert.Equal([1, 2], appended.Select(change => change.Sequence));
        var read = (await ReadAsync()).Changes;
        Assert.Equal(["1 é 1 Enriched", "2 é 2 Enriched"], read.Select(SomeChange.Text));
        Assert.Equal(appended.Select(SomeChange.Text), read.Select(SomeChange.Text));
        var first = read[0];
        Assert.Equal((given.EventId, given.PaperId, given.Revision, given.At), (first.EventId, first.PaperId, first.Revision, first.At));
        Assert.Equal(["stat.ML", "cs.LG"], first.Topics);
        Assert.Equal(["a", "b"], first.Sources);
    }

    [Fact]
    public async Task Append_OfWhatIsThere_GivesTheFirstEntryBack_AndAddsOnlyTheRest()
    {
        await AppendAsync(SomeChange.New(1), SomeChange.New(2));

        var again = await AppendAsync(SomeChange.New(3), SomeChange.New(2) with { Revision = "other" }, SomeChange.New(3), SomeChange.New(4));

        Assert.Equal([3, 2, 3, 4], again.Select(change => change.Sequence));
        Assert.Equal("revision-2", again[1].Revision);
        Assert.Equal(["1 é 1 Enriched", "2 é 2 Enriched", "3 é 3 Enriched", "4 é 4 Enriched"], (await ReadAsync()).Changes.Select(SomeChange.Text));
    }

    [Fact]
    public async Task Append_OfAPaperKnownByAnyOfItsKeys_RevisesIt()
    {
        await AppendAsync(SomeChange.New(1, "title:a"), SomeChange.New(2, "title:a"));

        var later = await AppendAsync(
            SomeChange.New(3, "arxiv:1") with { FormerIds = ["title:b", "title:a"] },
            SomeChange.New(4, "arxiv:1"),
            SomeChange.New(5, "title:b"));

        Assert.Equal(ChangeKind.Revised, (await ReadAsync()).Changes[1].Kind);
        Assert.Equal([ChangeKind.Revised, ChangeKind.Revised, ChangeKind.Enriched], later.Select(change => change.Kind));
    }

    [Fact]
    public async Task Append_AfterAWithdrawal_IsStillTheFirstEnrichment()
    {
        var changes = await AppendAsync(SomeChange.New(1, "arxiv:1") with { Withdrawn = true }, SomeChange.New(2, "arxiv:1"));

        Assert.Equal([ChangeKind.Withdrawn, ChangeKind.Enriched], changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task Find_ByEvent_FindsWhatIsThere()
    {
        await AppendAsync(SomeChange.New(1), SomeChange.New(2));

        var found = await Changes.FindAsync([SomeChange.Id(2), SomeChange.Id(9)], Token);

        Assert.Equal((1, 2L), (found.Count, found[SomeChange.Id(2)]!.Sequence));
        Assert.Empty(await Changes.FindAsync([], Token));
    }

    [Fact]
    public async Task Read_PageByPage_MeetsEveryEntryOnce()
    {
        await AppendAsync([.. Enumerable.Range(1, 11).Select(n => SomeChange.New(n))]);

        Assert.Equal(Enumerable.Range(1, 11).Select(n => (long)n), await WalkAsync(ChangeFilter.All, limit: 3));
    }

    [Fact]
    public async Task Read_ByTopicAndSource_FindsThose_AndGoesOnBehindTheOthers()
    {
        await AppendAsync([.. Enumerable.Range(1, 12).Select(n => SomeChange.New(n) with
        {
            Topics = n % 2 == 0 ? ["cs.LG", "cs.CL"] : ["math.CO"],
            Sources = n % 3 == 0 ? ["daily", "inbox"] : ["inbox"],
        })]);

        Assert.Equal([2, 4, 6, 8, 10, 12], await WalkAsync(new() { Topics = ["cs.CL", "cs.LG"] }, limit: 2));
        Assert.Equal([3, 6, 9, 12], await WalkAsync(new() { Source = "daily" }, limit: 2));
        Assert.Equal([3, 9], await WalkAsync(new() { Topics = ["math.CO", "none"], Source = "daily" }, limit: 5));
        Assert.Empty(await WalkAsync(new() { Source = "cs.LG" }, limit: 2));
        Assert.Equal(12, (await Changes.ReadAsync(4, new() { Topics = ["none"] }, 5, Token)).Next);
        Assert.Equal(20, (await Changes.ReadAsync(20, ChangeFilter.All, 5, Token)).Next);
    }

    [Fact]
    public async Task Trim_ForgetsTheOldAtTheBeginning_AndSaysSo()
    {
        await AppendAsync(SomeChange.New(1, "arxiv:1", 1), SomeChange.New(2, minutes: 2), SomeChange.New(3, minutes: 9), SomeChange.New(4, minutes: 3));

        Assert.Equal(2, await Changes.TrimAsync(Some.Time(5), Token));
        Assert.Equal(0, await Changes.TrimAsync(Some.Time(5), Token));

        var page = await ReadAsync();
        Assert.Equal([3, 4], page.Changes.Select(change => change.Sequence));
        Assert.Equal(2, page.Trimmed);
        Assert.Equal([3, 4], await WalkAsync(new() { Topics = ["cs.LG"], Source = "inbox" }, limit: 1));
    }

    [Fact]
    public async Task Append_AfterEverythingIsTrimmed_GoesOnAndKnowsEventsAndPapers()
    {
        await AppendAsync(SomeChange.New(1, "arxiv:1"), SomeChange.New(2));
        Assert.Equal(2, await Changes.TrimAsync(Some.Time(5), Token));

        var again = await Changes.AppendAsync([SomeChange.New(1, "arxiv:1"), SomeChange.New(3, "arxiv:1")], Token);

        Assert.Null(again[0]);
        Assert.Equal((3L, ChangeKind.Revised), (again[1]!.Sequence, again[1]!.Kind));
        Assert.Null((await Changes.FindAsync([SomeChange.Id(2)], Token))[SomeChange.Id(2)]);
        Assert.Equal(3, await Changes.LastSequenceAsync(Token));
    }

    private async Task<IReadOnlyList<Change>> AppendAsync(params IReadOnlyList<NewChange> changes)
        => [.. (await Changes.AppendAsync(changes, Token)).Select(change => change!)];

    private Task<ChangePage> ReadAsync() => Changes.ReadAsync(0, ChangeFilter.All, 100, Token);

    private async Task<List<long>> WalkAsync(ChangeFilter filter, int limit)
    {
        var (places, after) = (new List<long>(), 0L);
        while (await Changes.ReadAsync(after, filter, limit, Token) is { Changes.Count: > 0 } page)
        {
            Assert.InRange(page.Changes.Count, 1, limit);
            places.AddRange(page.Changes.Select(change => change.Sequence));
            after = page.Next;
        }

        return places;
    }
}
