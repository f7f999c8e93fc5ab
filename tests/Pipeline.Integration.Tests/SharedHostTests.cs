using Microsoft.AspNetCore.Http;
using Pipeline.Integration.Tests.Origins;
using Pipeline.TestOrigins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Two Fetchers and several sources, all on one host.</summary>
public sealed class SharedHostTests
{
    private const int Sources = 6;
    private const int DaysEach = 3;
    private const int PapersADay = 2;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // Longer than the interval: without turns, the next request would come while it is under way.
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(700);

    // Turns are spaced to the millisecond; between its turn and its arrival a request waits for a processor.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SeveralSources_FetchedByTwoProcessesAtOnce_AreAskedOneAfterTheOther_AnIntervalApart()
    {
        await using var origin = await TestOrigin.StartAsync(Token);
        var ids = Enumerable.Range(1, Sources).Select(n => $"daily-{n}").ToList();
        foreach (var (n, id) in ids.Index())
        {
            var papers = PlayedPaper.Listed((n * 1000) + 1, PapersADay, Days.Ago(DaysEach + 1), Days.Ago(2));
            origin.On($"/{id}/api/daily_papers", n % 2 == 0 ? Slowly(DailyList.Of(papers)) : DailyList.Of(papers));
        }

        var plan = new FleetPlan
        {
            Settings = SourceAt.Together(ids.Select(id => origin.Source(id, "hf-daily", $"/{id}", ("RequestInterval", Interval.ToString("c"))))),
            Replicas = new Dictionary<string, int> { ["Pipeline.Fetcher"] = 2 },
        };
        await using var fleet = await WorkerFleet.StartAsync(plan, Token);

        await using (var bus = await FleetBus.StartAsync(fleet, Token))
        {
            await Task.WhenAll(ids.Select(id => bus.FetchAsync(id, Days.Ago(DaysEach + 1), Days.Ago(2), Token)));
        }

        await fleet.WaitUntilEnrichedAsync(Sources * DaysEach * PapersADay, Token);
        await fleet.StopAllAsync();
        var seen = origin.AllRequests;
        Assert.Equal(Sources * DaysEach, seen.Count);
        Assert.Equal(Sources * DaysEach, seen.Select(request => (request.Path, request.Query)).Distinct().Count());
        Assert.Equal(2, seen.Select(Asker).Distinct().Count());
        Assert.All(seen, request => Assert.Equal(1, request.Together));
        AssertSpaced(seen);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(fleet.Name, Token));
    }

    // The first request of a process comes late, by the time its code takes to load: the next one may seem early after it.
    private static void AssertSpaced(IReadOnlyList<SeenRequest> seen)
    {
        var first = seen.DistinctBy(Asker).ToHashSet();
        var (warm, last) = (seen.First(request => !first.Contains(request) && seen[0] != request), seen[^1]);
        var between = seen.Count - 1 - seen.ToList().IndexOf(warm);
        Assert.True(between > Sources, "Too few requests are left to measure.");

        // All of them together keep the interval, whichever of them was held up on its way.
        Assert.True(last.At - warm.At >= (between * Interval) - Tolerance, $"{between} requests in {last.At - warm.At}");
        foreach (var (before, next) in seen.Zip(seen.Skip(1)).Where(pair => !first.Contains(pair.First)))
        {
            Assert.True(next.At - before.At >= Interval - Tolerance, $"{next.Path}{next.Query} came {next.At - before.At} after the one before.");
        }
    }

    private static RequestDelegate Slowly(RequestDelegate answer) => async context =>
    {
        await Task.Delay(SlowAnswer, TimeProvider.System, context.RequestAborted);
        await answer(context);
    };

    private static string? Asker(SeenRequest request) => request.Header("User-Agent");
}
