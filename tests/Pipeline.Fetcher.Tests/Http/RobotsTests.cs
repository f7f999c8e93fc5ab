using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Http;

public sealed class RobotsTests
{
    private const string Path = "/papers/feed.xml";

    [Fact]
    public async Task ForbiddenAddress_IsNotAskedFor()
    {
        await using var rig = await StartAsync("User-agent: *\nDisallow: /papers");

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Failed, "robots.txt of 127.0.0.1 forbids /papers/feed.xml to programs such as this one"), (run.State, run.Reason));
        Assert.Empty(rig.Origin.Requests);
    }

    [Fact]
    public async Task Rules_AreAskedForOnceADay()
    {
        await using var rig = await StartAsync("User-agent: *\nAllow: /");
        var source = rig.Source(SourceKind.Feed, Path);
        await rig.FetchAsync(source);
        rig.Time.Advance(TimeSpan.FromHours(23));
        await rig.FetchAsync(source);
        Assert.Single(rig.Origin.AllRequests, request => request.Path == "/robots.txt");

        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.FetchAsync(source);

        Assert.Equal(2, rig.Origin.AllRequests.Count(request => request.Path == "/robots.txt"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Rules_ThatAreNotThere_ForbidNothing(int status)
    {
        await using var rig = await StartAsync("");
        rig.Origin.On("/robots.txt", TestOrigin.Status(status));

        Assert.Equal(RunState.Done, (await rig.FetchAsync(rig.Source(SourceKind.Feed, Path))).State);
    }

    [Fact]
    public async Task Rules_ThatCannotBeRead_ForbidEverythingForNow()
    {
        await using var rig = await StartAsync("");
        rig.Origin.On("/robots.txt", TestOrigin.Status(500));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Equal("robots.txt of 127.0.0.1 cannot be read (500), which counts as forbidding everything for now", run.Reason);
        Assert.Empty(rig.Origin.Requests);
    }

    [Fact]
    public async Task Rules_ThatComeAgain_AreFollowedAtOnce()
    {
        await using var rig = await StartAsync("");
        rig.Origin.InTurn("/robots.txt", TestOrigin.Status(503), TestOrigin.Status(404));

        Assert.Equal(RunState.Done, (await rig.FetchAsync(rig.Source(SourceKind.Feed, Path))).State);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public async Task Rules_ThatCannotBeReadForAMoment_CountAsAFailure(string seconds)
    {
        await using var rig = await StartAsync("");
        rig.Origin.On("/robots.txt", TestOrigin.Status(503, ("Retry-After", seconds)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { Attempts = 2 });

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Equal(2, rig.Origin.AllRequests.Count);
    }

    [Fact]
    public async Task Rules_BehindFiveRedirects_Count_AndBehindMoreDoNot()
    {
        await using var rig = await StartAsync("");
        var hops = 0;
        rig.Origin.On("/robots.txt", context => ++hops > 5
            ? TestOrigin.WriteAsync(context, "text/plain", "User-agent: *\nDisallow: /")
            : TestOrigin.Redirect("/robots.txt")(context));
        var forbidden = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        hops = -1;
        rig.Time.Advance(TimeSpan.FromHours(25));

        var unreadable = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Failed, RunState.Done), (forbidden.State, unreadable.State));
    }

    [Fact]
    public async Task CrawlDelay_RaisesTheIntervalAtTheHost()
    {
        await using var rig = await StartAsync("User-agent: paper-pipeline\nCrawl-delay: 17\nAllow: /");
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(TimeSpan.FromSeconds(17), rig.Budget.Turns[^1].At - rig.Budget.Turns[^2].At);
    }

    [Fact]
    public async Task RulesOfTheHostThatIsRedirectedTo_Count()
    {
        FakeNetwork? network = null;
        await using var rig = await FetcherRig.StartAsync(origin =>
        {
            network = new(() => origin.Port);
            network.Names["papers.example"] = network.Names["other.example"] = ["8.8.4.4"];
            return network;
        });
        rig.Origin.On(Path, TestOrigin.Redirect("http://other.example/there"));
        rig.Origin.On("/robots.txt", context => TestOrigin.WriteAsync(
            context, "text/plain", context.Request.Host.Value == "other.example" ? "User-agent: *\nDisallow: /there" : "User-agent: *\nAllow: /"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed) with { Address = "http://papers.example" + Path });

        Assert.Equal((RunState.Failed, "robots.txt of other.example forbids /there to programs such as this one"), (run.State, run.Reason));
    }

    [Fact]
    public async Task InterfaceForPrograms_IsNoMatterOfRobots()
    {
        await using var rig = await StartAsync("User-agent: *\nDisallow: /");
        rig.Origin.On("/api/query", "application/atom+xml", Some.Query(1, 1));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.DoesNotContain(rig.Origin.AllRequests, request => request.Path == "/robots.txt");
    }

    private static async Task<FetcherRig> StartAsync(string robots)
    {
        var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/robots.txt", "text/plain", robots);
        rig.Origin.On(Path, "text/xml", Some.Atom);
        return rig;
    }
}
