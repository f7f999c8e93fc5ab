using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Integration.Tests.Origins;
using Pipeline.TestOrigins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>A backfill of three weeks, in three parts of three pages, over workers that die in the middle of it.</summary>
public sealed class KilledBackfillTests
{
    private const int PapersADay = 4;
    private static readonly DateOnly First = Days.Ago(30);
    private static readonly DateOnly Last = First.AddDays(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FetcherAndSchedulerKilled_TheBackfillGoesOnFromItsCursor_AndAsksForNothingItHas()
    {
        await using var origin = await TestOrigin.StartAsync(Token);
        origin.OnQuery("/past", PlayedPaper.Listed(1, PapersADay, First, Last));
        var secondPart = origin.Hold(request => Asks(request, First.AddDays(7), start: "10"));
        var thirdPart = origin.Hold(request => Asks(request, First.AddDays(14), start: "0"));
        var plan = new FleetPlan { Settings = origin.Source("past", "arxiv-query", "/past", ("Query", "cat:cs.CL"), ("PageSize", "10")) };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);
        string[] command = ["sources", "backfill", "past", "--from", First.Text(), "--to", Last.Text()];
        var backfill = CommandLine.RunAsync(command, input: null, fleet.Settings, Token);

        await secondPart.Reached.WaitAsync(Patience, Token);
        await fleet["Pipeline.Fetcher"].KillAsync();
        fleet["Pipeline.Fetcher"].Start();

        await thirdPart.Reached.WaitAsync(Patience, Token);
        await fleet["Pipeline.Scheduler"].KillAsync();
        thirdPart.Release();
        await WaitForRunsAsync(fleet, 3);
        Assert.False(backfill.IsCompleted);
        fleet["Pipeline.Scheduler"].Start();

        var result = await backfill;
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("done, 21 days covered, 0 waiting, 0 skipped, 0 uncovered, 0 runs failed", result.Output, StringComparison.Ordinal);
        await fleet.WaitUntilEnrichedAsync(21 * PapersADay, Token);
        await fleet.StopAllAsync();

        // The answer that the killed Fetcher waited for had not come: its page alone is asked for again.
        Assert.Equal(10, origin.AllRequests.Count);
        var twice = Assert.Single(origin.AllRequests.GroupBy(request => request.Query), page => page.Count() > 1);
        Assert.True(twice.All(request => Asks(request, First.AddDays(7), start: "10")));
        Assert.Equal(2, twice.Count());
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    private static bool Asks(SeenRequest request, DateOnly from, string start)
        => request.Parameter("start") == start
            && request.Parameter("search_query")!.Contains($"[{from.Text().Replace("-", "", StringComparison.Ordinal)}0000 TO ", StringComparison.Ordinal);

    private static Task WaitForRunsAsync(WorkerFleet fleet, int done)
    {
        var runs = fleet.Services.GetRequiredService<IFetchRunStore>();
        return Eventually.TrueAsync(
            async () => (await runs.ListAsync("past", RunCause.Backfill, after: null, limit: 10, Token)).Count(run => run is { State: RunState.Done, Pages: 3 }) == done,
            Patience,
            () => $"{done} parts done, of three pages each.\n{fleet.Log}",
            Token);
    }
}
