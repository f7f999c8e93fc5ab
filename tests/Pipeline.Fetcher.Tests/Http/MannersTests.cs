using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;
using Pipeline.Testing;
using HostTurn = Pipeline.Fetcher.Http.HostTurn;

namespace Pipeline.Fetcher.Tests.Http;

public sealed class MannersTests
{
    private const string Path = "/feed.xml";

    [Fact]
    public async Task EveryRequest_NamesTheProgramAndWhomToWriteTo()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:Contact", "someone@example.org"));
        rig.Origin.On(Path, "text/xml", Some.Atom);

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(2, rig.Origin.AllRequests.Count);
        Assert.All(rig.Origin.AllRequests, request => Assert.Matches(@"^paper-pipeline/\d+\.\d+\.\d+ \(\+someone@example\.org\)$", request.Header("User-Agent")));
        Assert.Empty(rig.HttpLog.Warnings);
    }

    [Fact]
    public async Task MissingContact_IsWarnedAboutOnce()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "text/xml", Some.Atom);

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Matches(@"^paper-pipeline/\d+\.\d+\.\d+$", rig.Origin.Requests[0].Header("User-Agent"));
        Assert.Contains("Fetcher:Contact is not set", Assert.Single(rig.HttpLog.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_AreNotKept()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            return TestOrigin.WriteAsync(context, "text/xml", Some.Atom);
        });

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.All(rig.Origin.AllRequests, request => Assert.Null(request.Header("Cookie")));
    }

    [Theory]
    [InlineData(SourceKind.ArxivQuery, 3)]
    [InlineData(SourceKind.HfDaily, 1)]
    public async Task Requests_KeepTheIntervalOfTheirKind(SourceKind kind, int seconds)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/api/query", context => TestOrigin.WriteAsync(
            context, "text/xml", Some.Query(3, 1, int.Parse(context.Request.Query["start"]!, System.Globalization.CultureInfo.InvariantCulture))));
        rig.Origin.On("/api/daily_papers", context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!)));

        await rig.FetchAsync(rig.Source(kind) with { RequestInterval = null }, Some.Day("2026-01-11"), Some.Day("2026-01-13"));

        var turns = rig.Budget.Turns;
        Assert.Equal(3, turns.Count);
        Assert.Equal([seconds, seconds], turns.Zip(turns.Skip(1), (a, b) => (int)(b.At - a.At).TotalSeconds));
    }

    [Fact]
    public async Task Attempts_AreTurnsToo()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/api/query", TestOrigin.Status(500));

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal(4, rig.Origin.Requests.Count);
        Assert.Equal(4, rig.Budget.Turns.Count);
        Assert.Empty(rig.Budget.Held);
    }

    [Fact]
    public async Task HostWhoseTurnIsHeldTooLong_PutsTheRunOff()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:TurnWait", "00:00:10"));
        await rig.Budget.TryTakeAsync("127.0.0.1", MassTransit.NewId.NextGuid(), TimeSpan.Zero, TimeSpan.FromHours(1), CancellationToken.None);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Waiting, 0), (run.State, run.Failures));
        Assert.Empty(rig.Origin.AllRequests);
    }

    [Fact]
    public async Task TurnOfALongAnswer_IsRenewedWhileItComes()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, async context =>
        {
            await UntilRenewedAsync(rig);
            await TestOrigin.WriteAsync(context, "text/xml", Some.Atom);
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.Empty(rig.Budget.Held);
    }

    [Fact]
    public async Task TurnThatSomebodyElseHas_EndsItsRequest()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, async context =>
        {
            rig.Budget.TakeOver("127.0.0.1");
            await UntilRenewedAsync(rig);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { Attempts = 1 });

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Equal("the turn at 127.0.0.1 was lost before its answer was read: the store could not be reached in time", run.Reason);
        Assert.Equal("127.0.0.1", Assert.Single(rig.Budget.Held));
    }

    [Fact]
    public async Task SourceThatKeepsFailing_IsLeftAloneForAWhile()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(500));
        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        run = await rig.RedeliverAsync(run);
        Assert.Equal(8, rig.Origin.Requests.Count);

        // Another run of the same source, while it is left alone.
        var broken = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Waiting, 1), (broken.State, broken.Failures));
        Assert.Equal("the source failed too often of late and is left alone for a while (127.0.0.1 answered 500)", broken.Reason);
        Assert.InRange((broken.DueAt - rig.Time.GetUtcNow()).TotalSeconds, 100, 132);
        Assert.Equal(8, rig.Origin.Requests.Count);
        rig.Time.Advance(TimeSpan.FromMinutes(3));
        rig.Origin.On(Path, "text/xml", Some.Atom);
        Assert.Equal(RunState.Done, (await rig.RedeliverAsync(broken)).State);
    }

    [Fact]
    public async Task SourceThatFailsForEver_IsGivenUp()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:FailureLimit", "5"));
        rig.Origin.On(Path, TestOrigin.Status(500));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        for (var delivery = 2; delivery <= 5; delivery++)
        {
            Assert.Equal((RunState.Waiting, delivery - 1), (run.State, run.Failures));
            run = await rig.RedeliverAsync(run);
        }

        Assert.Equal(RunState.Failed, run.State);
        Assert.EndsWith("(127.0.0.1 answered 500); given up after 5 deliveries", run.Reason, StringComparison.Ordinal);
    }

    private static Task UntilRenewedAsync(FetcherRig rig)
    {
        var before = rig.Budget.Renewals;
        return Eventually.TrueAsync(
            () =>
            {
                rig.Time.Advance(HostTurn.Hold / 4);
                return Task.FromResult(rig.Budget.Renewals > before);
            },
            TimeSpan.FromSeconds(30),
            () => "a turn in use is renewed",
            TestContext.Current.CancellationToken);
    }
}
