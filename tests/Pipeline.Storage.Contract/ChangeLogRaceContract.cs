using System.Globalization;
using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Storage.Contract;

/// <summary>Many write to the change log at the same time, and much comes twice.</summary>
public abstract class ChangeLogRaceContract : StoreContract
{
    private const int Writers = 8;
    private const int Events = 120;
    private const int PaperCount = 30;

    [Fact]
    public async Task Append_FromEightAtOnceWithRepeats_LeavesNoGapAndNoRepeat()
    {
        var answers = await AppendAtOnceAsync();

        var log = (await Changes.ReadAsync(0, ChangeFilter.All, 2 * Events, Token)).Changes;
        Assert.Equal(Enumerable.Range(1, Events).Select(n => (long)n), log.Select(change => change.Sequence));
        Assert.Equal(Enumerable.Range(0, Events).Select(SomeChange.Id).Order(), log.Select(change => change.EventId).Order());
        var byEvent = log.ToDictionary(change => change.EventId, SomeChange.Text);
        Assert.All(answers.SelectMany(given => given), change => Assert.Equal(byEvent[change!.EventId], SomeChange.Text(change)));
    }

    [Fact]
    public async Task Append_FromEightAtOnce_EnrichesEachPaperOnce_BeforeItIsRevised()
    {
        await AppendAtOnceAsync();

        var log = (await Changes.ReadAsync(0, ChangeFilter.All, 2 * Events, Token)).Changes;
        var byPaper = log.GroupBy(change => change.PaperId, StringComparer.Ordinal).ToList();
        Assert.Equal(PaperCount, byPaper.Count);
        Assert.All(byPaper, paper => Assert.Equal([ChangeKind.Enriched, .. Enumerable.Repeat(ChangeKind.Revised, (Events / PaperCount) - 1)], paper.Select(change => change.Kind)));
    }

    [Fact]
    public async Task Read_WhileEightWrite_MeetsEveryEntryOnceInOrder()
    {
        var writing = AppendAtOnceAsync();

        var (places, after) = (new List<long>(), 0L);
        while (places.Count < Events)
        {
            // Asked first: what is written after the page was read is on the next one.
            var written = writing.IsCompleted;
            var page = await Changes.ReadAsync(after, new() { Topics = ["cs.LG"] }, 7, Token);
            places.AddRange(page.Changes.Select(change => change.Sequence));
            Assert.True(page.Next >= after);
            after = page.Next;
            if (written && page.Changes.Count == 0)
            {
                break;
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, Events).Select(n => (long)n), places);
    }

    // Each event comes from two writers, in batches cut and ordered otherwise.
    private Task<IReadOnlyList<Change?>[]> AppendAtOnceAsync()
    {
        var first = Enumerable.Range(0, Events).Chunk(9);
        var second = Enumerable.Range(0, Events).Reverse().Chunk(7);
        var shares = first.Concat(second).Index().GroupBy(batch => batch.Index % Writers, batch => batch.Item);
        return Task.WhenAll(shares.Select(share => Task.Run(() => AppendEachAsync(share), Token)));
    }

    private async Task<IReadOnlyList<Change?>> AppendEachAsync(IEnumerable<int[]> batches)
    {
        var answers = new List<Change?>();
        foreach (var batch in batches)
        {
            answers.AddRange(await Changes.AppendAsync([.. batch.Select(New)], Token));
        }

        return answers;
    }

    private static NewChange New(int number)
        => SomeChange.New(number, string.Create(CultureInfo.InvariantCulture, $"arxiv:2603.{number % PaperCount:00000}"));
}
