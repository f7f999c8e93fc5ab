using MassTransit;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Runs;

/// <summary>Messages of one run that come at once, or too soon.</summary>
public sealed class RunHoldTests
{
    private const string Path = "/api/daily_papers";

    [Fact]
    public async Task RunThatAnotherFetcherHasInHand_IsLeftAlone_UntilThatOneIsLost()
    {
        await using var rig = await StartAsync();
        var run = await CreateAsync(rig);
        var held = run with { State = RunState.Running, HeldUntil = rig.Time.GetUtcNow() + TimeSpan.FromMinutes(5) };
        await rig.Runs.UpdateAsync(held, CancellationToken.None);

        var left = await rig.DeliverAsync(MessageOf(run));

        Assert.Equal(held with { Sequence = 1 }, left);
        Assert.Empty(rig.Origin.Requests);
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(RunState.Done, (await rig.DeliverAsync(MessageOf(run))).State);
    }

    [Fact]
    public async Task RunThatWasPutOff_IsLeftAlone_ByAMessageThatCameTwice()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(500));
        var putOff = await rig.FetchAsync(rig.Source(SourceKind.HfDaily) with { Attempts = 1 }, Some.Day("2026-01-13"));

        var again = await rig.DeliverAsync(MessageOf(putOff));

        Assert.Equal(putOff, again);
        Assert.Equal((RunState.Waiting, 1), (again.State, again.Failures));
        Assert.Single(rig.Origin.Requests);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task RunThatIsHeldALittleLonger_IsTaken_BecauseClocksDiffer(int seconds, bool taken)
    {
        await using var rig = await StartAsync();
        var run = await CreateAsync(rig);
        await rig.Runs.UpdateAsync(run with { HeldUntil = rig.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds) }, CancellationToken.None);

        Assert.Equal(taken, (await rig.DeliverAsync(MessageOf(run))).HasEnded);
    }

    [Fact]
    public async Task RunThatAnotherFetcherHasTakenMeanwhile_IsNotWrittenAnyMore()
    {
        await using var rig = await StartAsync();
        var run = await CreateAsync(rig);
        rig.Origin.On(Path, async context =>
        {
            var mine = (await rig.Runs.FindAsync(run.Id, CancellationToken.None))!;
            await rig.Runs.UpdateAsync(mine with { Cursor = "theirs", Pages = 7 }, CancellationToken.None);
            await TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, "2026-01-12"));
        });

        var left = await rig.DeliverAsync(MessageOf(run));

        Assert.Equal(("theirs", 7, RunState.Running), (left.Cursor, left.Pages, left.State));
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task DeliveryThatBreaksOff_LeavesTheRunFreeForItsRepetition()
    {
        await using var rig = await StartAsync();
        var run = await CreateAsync(rig);
        rig.Sources.Away = true;
        await Assert.ThrowsAsync<IOException>(() => rig.DeliverAsync(MessageOf(run)));
        var broken = (await rig.Runs.FindAsync(run.Id, CancellationToken.None))!;
        rig.Sources.Away = false;

        var repeated = await rig.DeliverAsync(MessageOf(run));

        Assert.Equal((RunState.Waiting, null), (broken.State, broken.HeldUntil));
        Assert.Equal(RunState.Done, repeated.State);
    }

    private static async Task<FetcherRig> StartAsync()
    {
        var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!)));
        return rig;
    }

    private static async Task<FetchRun> CreateAsync(FetcherRig rig)
    {
        await rig.Sources.SaveAsync(rig.Source(SourceKind.HfDaily), CancellationToken.None);
        var now = rig.Time.GetUtcNow();
        var run = new FetchRun
        {
            Id = NewId.NextGuid(),
            SourceId = "papers",
            Cause = RunCause.Backfill,
            From = Some.Day("2026-01-12"),
            To = Some.Day("2026-01-13"),
            CreatedAt = now,
            DueAt = now,
        };
        await rig.Runs.TryCreateAsync(run, CancellationToken.None);
        return run;
    }

    private static FetchSource MessageOf(FetchRun run) => new() { RunId = run.Id, SourceId = run.SourceId, From = run.From, To = run.To };
}
