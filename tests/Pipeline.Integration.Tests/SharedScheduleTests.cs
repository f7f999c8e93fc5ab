using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Integration.Tests.Origins;
using Pipeline.TestOrigins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Two Schedulers and two Fetchers, and slots that were missed while none of them ran.</summary>
public sealed class SharedScheduleTests
{
    private static readonly string[] Weekly = ["weekly-1", "weekly-2", "weekly-3"];

    // Two days ago: all its days are over, and the next one is days away.
    private static readonly DateTimeOffset Slot = new(Days.Ago(2).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private static readonly string Schedule = string.Create(CultureInfo.InvariantCulture, $"0 12 * * {(int)Slot.DayOfWeek}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DueSlots_SeenByTwoSchedulers_AreRunOnce_AndTheirDaysAreCovered()
    {
        await using var origin = await TestOrigin.StartAsync(Token);
        foreach (var (n, id) in Weekly.Index())
        {
            origin.OnDaily($"/{id}", PlayedPaper.Listed((n * 1000) + 1, 4, Days.Ago(4), Days.Ago(2)));
        }

        origin.OnDaily("/long", PlayedPaper.Listed(9001, 101, Days.Ago(2), Days.Ago(2)));
        string[] all = [.. Weekly, "long"];
        var plan = new FleetPlan
        {
            Settings = SourceAt.Together(all.Select(id => origin.Source(id, "hf-daily", $"/{id}", ("Schedule", Schedule)))),
            Replicas = new Dictionary<string, int> { ["Pipeline.Scheduler"] = 2, ["Pipeline.Fetcher"] = 2 },
            BeforeStart = NoteSchedulesAsync,
        };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);

        await fleet.WaitUntilEnrichedAsync((Weekly.Length * 3 * 4) + 101, Token);
        await fleet.StopAllAsync();

        var runs = fleet.Services.GetRequiredService<IFetchRunStore>();
        foreach (var id in all)
        {
            var run = Assert.Single(await runs.ListAsync(id, cause: null, after: null, limit: 10, Token));
            Assert.Equal((RunCause.Schedule, Slot, RunState.Done), (run.Cause, run.Slot, run.State));
            var first = id == "long" ? Days.Ago(2) : Days.Ago(4);
            Assert.Equal((first, Days.Ago(2)), (run.From, run.To));
            var coverage = await CommandLine.RunAsync(
                ["sources", "coverage", id, "--from", first.Text(), "--to", Days.Ago(2).Text(), "--json"], input: null, fleet.Settings, Token);
            Assert.Equal(("", 0), (coverage.Error, coverage.ExitCode));
            Assert.All(coverage.Lines, line => Assert.Contains("\"state\":\"covered\"", line, StringComparison.Ordinal));
        }

        // Three days of one page each, and one of two.
        Assert.Equal((Weekly.Length * 3) + 2, origin.AllRequests.Count);
        Assert.All(origin.AllRequests.GroupBy(request => (request.Path, request.Query)), page => Assert.Single(page));
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    private static async Task NoteSchedulesAsync(IServiceProvider store, CancellationToken cancellationToken)
    {
        var sources = store.GetRequiredService<ISourceStore>();
        foreach (var id in Weekly)
        {
            await sources.KeepScheduledSinceAsync(id, Slot.AddDays(-2), cancellationToken);
        }

        await sources.KeepScheduledSinceAsync("long", Slot.AddHours(-1), cancellationToken);
    }
}
