using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>What papers had before a run sent them is kept as first read, run by run, until it is forgotten.</summary>
public abstract class ReprocessDigestContract : StoreContract
{
    private static readonly Guid One = SomeSource.Id(1);
    private static readonly Guid Two = SomeSource.Id(2);

    [Fact]
    public async Task Kept_ReadsBackExactly_ForThePapersAskedFor()
    {
        await Reprocessing.KeepAsync(One, [Kept("a"), Kept("b"), Kept("c")], Token);

        var read = await Reprocessing.ReadKeptAsync(One, ["c", "a", "x"], Token);

        Assert.Equal(Canonical.Json<KeptDigest[]>([Kept("a"), Kept("c")]), Canonical.Json(read.OrderBy(kept => kept.PaperId, StringComparer.Ordinal).ToArray()));
        Assert.Empty(await Reprocessing.ReadKeptAsync(Two, ["a"], Token));
        Assert.Empty(await Reprocessing.ReadKeptAsync(One, [], Token));
    }

    [Fact]
    public async Task Keep_OfWhatIsKept_LeavesTheFirst_AndKeepsTheOthers()
    {
        await Reprocessing.KeepAsync(One, [Kept("a")], Token);

        await Reprocessing.KeepAsync(One, [Kept("a", score: 0.75), Kept("a", "r2", score: 0.75), Kept("b", score: 0.75)], Token);
        await Reprocessing.KeepAsync(One, [], Token);

        var read = await Reprocessing.ReadKeptAsync(One, ["a", "b"], Token);
        Assert.Equal(
            [("a", "r1", 0.25), ("a", "r2", 0.75), ("b", "r1", 0.75)],
            read.Select(kept => (kept.PaperId, kept.Revision, kept.Digest.Items[0].Score)).Order());
    }

    [Fact]
    public async Task Forget_TakesAwayThePapersOfThatRun_InEveryRevision()
    {
        await Reprocessing.KeepAsync(One, [Kept("a"), Kept("a", "r2"), Kept("b")], Token);
        await Reprocessing.KeepAsync(Two, [Kept("a")], Token);

        await Reprocessing.ForgetAsync(One, ["a", "x"], Token);
        await Reprocessing.ForgetAsync(One, [], Token);

        Assert.Equal(["b"], (await Reprocessing.ReadKeptAsync(One, ["a", "b"], Token)).Select(kept => kept.PaperId));
        Assert.Single(await Reprocessing.ReadKeptAsync(Two, ["a"], Token));
    }

    [Theory]
    [InlineData(ReprocessState.Running, true)]
    [InlineData(ReprocessState.Paused, true)]
    [InlineData(ReprocessState.Cancelled, false)]
    [InlineData(ReprocessState.Done, false)]
    [InlineData(ReprocessState.Failed, false)]
    public async Task ForgetEnded_LeavesWhatIsKeptForRunsThatGoOn(ReprocessState state, bool stays)
    {
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(1, state: state), Token);
        await Reprocessing.TryCreateAsync(SomeReprocess.Run(2), Token);
        await Reprocessing.KeepAsync(One, [Kept("a")], Token);
        await Reprocessing.KeepAsync(Two, [Kept("a")], Token);

        await Reprocessing.ForgetEndedAsync(Token);

        Assert.Equal(stays, (await Reprocessing.ReadKeptAsync(One, ["a"], Token)).Count > 0);
        Assert.Single(await Reprocessing.ReadKeptAsync(Two, ["a"], Token));
    }

    private static KeptDigest Kept(string paper, string revision = "r1", double score = 0.25)
    {
        var digest = SomeReprocess.Digest();
        return new(paper, revision, digest with { Items = [digest.Items[0] with { Score = score }] });
    }
}
