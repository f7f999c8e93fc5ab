using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Http;

public sealed class FaultTests
{
    private const string Path = "/feed.xml";

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task PassingFaults_AreTriedAgain(int status)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, TestOrigin.Status(status), TestOrigin.Status(status), Feed);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Done, 1, 0), (run.State, run.Pages, run.Failures));
        Assert.Equal(3, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task PassingFault_ThatOutlastsItsAttempts_LeavesTheRunWaiting_LongerEachTime()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:FailureLimit", "3"));
        rig.Origin.On(Path, TestOrigin.Status(500));
        var source = rig.Source(SourceKind.Feed, Path) with { Attempts = 2 };

        var first = await rig.FetchAsync(source);
        var firstWait = first.DueAt - rig.Time.GetUtcNow();
        var second = await rig.RedeliverAsync(first);
        var secondWait = second.DueAt - rig.Time.GetUtcNow();
        var third = await rig.RedeliverAsync(second);

        Assert.Equal((RunState.Waiting, 1, "127.0.0.1 answered 500"), (first.State, first.Failures, first.Reason));
        Assert.InRange(firstWait.TotalSeconds, 59, 66);
        Assert.Equal((RunState.Waiting, 2), (second.State, second.Failures));
        Assert.InRange(secondWait.TotalSeconds, 119, 132);
        Assert.Equal((RunState.Failed, "127.0.0.1 answered 500; given up after 3 deliveries"), (third.State, third.Reason));
        Assert.Equal(6, rig.Origin.Requests.Count);
        Assert.Equal((false, third.Reason), (rig.Sources.Answers[0].Complete, rig.Sources.Answers[0].Note));
    }

    [Theory]
    [InlineData(429, "Retry-After", "3600", 3600)]
    [InlineData(503, "Retry-After", "Thu, 15 Jan 2026 13:00:00 GMT", 3600)]
    [InlineData(503, "Retry-After", "999999999", 86400)]
    [InlineData(429, "X-RateLimit-Reset", "1768482000", 3600)]
    [InlineData(429, "RateLimit", "limit=500, remaining=0, reset=300", 300)]
    [InlineData(429, "RateLimit", "\"default\";r=0;t=300", 300)]
    public async Task HostThatAsksToBeLeftAlone_IsLeftAloneSoLong_AndNoFailureIsCounted(int status, string header, string value, int seconds)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(status, (header, value)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Waiting, 0), (run.State, run.Failures));
        Assert.InRange((run.DueAt - FetcherRig.Noon).TotalSeconds, seconds - 1, (seconds * 1.1) + 1);
        Assert.StartsWith("127.0.0.1 asks to be left alone for ", run.Reason, StringComparison.Ordinal);
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task HostThatAsksToBeLeftAlone_IsLeftAloneByOtherSourcesToo()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(429, ("Retry-After", "3600")));
        rig.Origin.On("/other", Feed);
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, "/other") with { Id = "other" });

        Assert.Equal((RunState.Waiting, 0), (run.State, run.Failures));
        Assert.Equal("127.0.0.1 is not free: it asked for a pause, or others wait for it", run.Reason);
        Assert.InRange((run.DueAt - rig.Time.GetUtcNow()).TotalSeconds, 3500, 3961);
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task ShortPause_IsSatOut()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, TestOrigin.Status(429, ("Retry-After", "5")), Feed);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.True(rig.Budget.Turns[^1].At - rig.Budget.Turns[^2].At >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task AnswerThatUsedUpTheBudget_PausesTheHost()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers["RateLimit"] = "limit=500, remaining=0, reset=20";
            return Feed(context);
        });
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.True(rig.Budget.Turns[^1].At - rig.Budget.Turns[^2].At >= TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(404, "127.0.0.1 has nothing at /feed.xml (404): gone fishing")]
    [InlineData(410, "127.0.0.1 has nothing at /feed.xml (410): gone fishing")]
    [InlineData(403, "127.0.0.1 refuses /feed.xml (403): gone fishing")]
    [InlineData(418, "127.0.0.1 answered 418: gone fishing")]
    public async Task StandingRefusals_AreNotTriedAgain(int status, string reason)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("<h1>gone\n fishing</h1>");
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Failed, reason), (run.State, run.Reason));
        Assert.Single(rig.Origin.Requests);
    }

    private static Task Feed(HttpContext context) => TestOrigin.WriteAsync(context, "application/atom+xml", Some.Atom);
}
