using MassTransit;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests;

public sealed class FetchSourceConsumerTests
{
    private const string Path = "/api/daily_papers";

    [Fact]
    public async Task FetchSource_WithoutARun_CreatesAManualOne()
    {
        await using var rig = await StartAsync();

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-12"), Some.Day("2026-01-13"));

        Assert.Equal((RunCause.Manual, "papers", RunState.Done), (run.Cause, run.SourceId, run.State));
        Assert.Equal((Some.Day("2026-01-12"), Some.Day("2026-01-13")), (run.From, run.To));
        Assert.Equal(rig.Time.GetUtcNow(), run.EndedAt!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task FetchSource_OfAnUnknownSource_FailsItsRunAndIsAcknowledged()
    {
        await using var rig = await FetcherRig.StartAsync();

        var run = await rig.DeliverAsync(new() { RunId = NewId.NextGuid(), SourceId = "elsewhere" });

        Assert.Equal((RunState.Failed, "there is no source elsewhere; see: sources list"), (run.State, run.Reason));
    }

    [Fact]
    public async Task FetchSource_OfARunThatHasEnded_DoesNothing()
    {
        await using var rig = await StartAsync();
        var ended = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        var again = await rig.RedeliverAsync(ended);

        Assert.Equal(ended, again);
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task FetchSource_AfterTroubleWithTheArchive_GoesOnFromTheStoredCursor()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, context =>
        {
            var day = (string)context.Request.Query["date"]!;
            rig.Archive.Full = day == "2026-01-13" && rig.Origin.Requests.Count < 3;
            return TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, day));
        });
        var source = rig.Source(SourceKind.HfDaily);
        var message = new FetchSource { RunId = NewId.NextGuid(), SourceId = source.Id, From = Some.Day("2026-01-12"), To = Some.Day("2026-01-14") };
        await rig.Sources.SaveAsync(source, CancellationToken.None);
        var broken = await rig.DeliverAsync(message);

        var run = await rig.RedeliverAsync(broken);

        Assert.Equal((RunState.Waiting, 1, 1), (broken.State, broken.Pages, broken.Failures));
        Assert.Equal((RunState.Done, 3), (run.State, run.Pages));
        Assert.Equal(
            ["2026-01-12", "2026-01-13", "2026-01-13", "2026-01-14"],
            rig.Origin.Requests.Select(request => request.Parameter("date")));
    }

    [Fact]
    public async Task FetchSource_WhileItWorks_KeepsTheRunFromBeingDispatchedAgain()
    {
        await using var rig = await StartAsync();
        var dueAhead = new List<TimeSpan>();
        rig.Origin.On(Path, async context =>
        {
            // Longer than the due time was set ahead at the beginning.
            for (var step = 0; step < 8; step++)
            {
                rig.Time.Advance(TimeSpan.FromSeconds(20));
                await Task.Yield();
                dueAhead.Add((await UntilRenewedAsync(rig)).DueAt - rig.Time.GetUtcNow());
            }

            await TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!));
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily) with { AttemptTimeout = TimeSpan.FromHours(1) }, Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(8, dueAhead.Count);
        Assert.All(dueAhead, ahead => Assert.InRange(ahead, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task FetchSource_OfARunThatIsEndedMeanwhile_StopsWithoutWritingIt()
    {
        await using var rig = await StartAsync();
        var message = new FetchSource { RunId = NewId.NextGuid(), SourceId = "papers", From = Some.Day("2026-01-12"), To = Some.Day("2026-01-14") };
        rig.Origin.On(Path, async context =>
        {
            var run = (await rig.Runs.FindAsync(message.RunId, CancellationToken.None))!;
            await rig.Runs.UpdateAsync(run with { State = RunState.Failed, Reason = "stopped by a person" }, CancellationToken.None);
            await TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!));
        });
        await rig.Sources.SaveAsync(rig.Source(SourceKind.HfDaily), CancellationToken.None);

        var run = await rig.DeliverAsync(message);

        Assert.Equal((RunState.Failed, "stopped by a person"), (run.State, run.Reason));
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task FetchSource_ThatFailsOnALaterDay_KeepsTheAnswersOfTheDaysBefore()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, context => context.Request.Query["date"] == "2026-01-13"
            ? TestOrigin.Status(404)(context)
            : TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-12"), Some.Day("2026-01-14"));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal([true, false, false], rig.Sources.Answers.Select(answer => answer.Complete));
        Assert.Equal([null, run.Reason, run.Reason], rig.Sources.Answers.Select(answer => answer.Note));
    }

    private static async Task<FetcherRig> StartAsync()
    {
        var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!)));
        return rig;
    }

    // The renewal runs beside the request; it has to get its turn before the clock goes on.
    private static async Task<FetchRun> UntilRenewedAsync(FetcherRig rig)
    {
        for (var turns = 0; turns < 10_000 && rig.Runs.Writes[^1].DueAt - rig.Time.GetUtcNow() < TimeSpan.FromSeconds(50); turns++)
        {
            await Task.Yield();
        }

        return rig.Runs.Writes[^1];
    }
}
