using System.Net;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Http;

/// <summary>Where requests may lead: every name resolves to what a test says, every connection ends at the origin.</summary>
public sealed class RedirectTests
{
    private const string Path = "/feed.xml";

    private FakeNetwork _network = null!;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_ToAnotherPublicHost_IsFollowed(int status)
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Redirect("http://other.example/there", status));
        rig.Origin.On("/there", "text/xml", Some.Atom);

        var run = await rig.FetchAsync(Source(rig));

        Assert.Equal((RunState.Done, null), (run.State, run.Reason));
        Assert.Equal(["papers.example", "other.example"], rig.Origin.Requests.Select(request => request.Host));
        Assert.Equal(["papers.example", "other.example"], rig.Budget.Turns.Select(turn => turn.Host).Distinct());
    }

    [Theory]
    [InlineData(30, RunState.Done)]
    [InlineData(31, RunState.Failed)]
    public async Task RedirectOnAHostThatIsAskedTooSeldom_FailsInsteadOfBeingPutOffForEver(int interval, RunState end)
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:TurnWait", "00:00:30"));
        rig.Origin.On("/api/daily_papers", TestOrigin.Redirect("/there"));
        rig.Origin.On("/there", "application/json", Some.Daily(2, "2026-01-13"));
        var source = rig.Source(SourceKind.HfDaily) with { RequestInterval = TimeSpan.FromSeconds(interval) };

        var run = await rig.FetchAsync(source, Some.Day("2026-01-13"));

        Assert.Equal(end, run.State);
        Assert.Equal(
            end == RunState.Done ? null : $"127.0.0.1 redirects to {rig.Origin.Address}/there, but may be asked only every 31 s, longer than Fetcher:TurnWait; set Address to where it redirects",
            run.Reason);
    }

    [Fact]
    public async Task Connection_GoesToTheAddressThatWasChecked()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, "text/xml", Some.Atom);

        await rig.FetchAsync(Source(rig));

        Assert.Equal(["papers.example"], _network.Resolved);
        Assert.Equal([IPAddress.Parse("8.8.4.4")], _network.Connected);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://inside.example/")]
    [InlineData("http://inside6.example/")]
    public async Task Redirect_ToAPrivateHost_IsRefusedBeforeItIsConnectedTo(string to)
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Redirect(to));

        var run = await rig.FetchAsync(Source(rig));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("is a private, loopback or link-local host", run.Reason, StringComparison.Ordinal);
        Assert.Equal([IPAddress.Parse("8.8.4.4")], _network.Connected);
        Assert.Empty(rig.Listings.All);
    }

    [Fact]
    public async Task Redirect_ToAPrivateHost_IsFollowedWhenThatIsAllowed()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Redirect("http://10.1.2.3/there"));
        rig.Origin.On("/there", "text/xml", Some.Atom);

        Assert.Equal(RunState.Done, (await rig.FetchAsync(Source(rig) with { AllowPrivateHosts = true })).State);
    }

    [Fact]
    public async Task PrivateAddress_AmongPublicOnes_IsNotConnectedTo()
    {
        await using var rig = await StartAsync();
        _network.Names["papers.example"] = ["192.168.0.1", "8.8.4.4"];
        rig.Origin.On(Path, "text/xml", Some.Atom);

        Assert.Equal(RunState.Done, (await rig.FetchAsync(Source(rig))).State);
        Assert.Equal([IPAddress.Parse("8.8.4.4")], _network.Connected);
    }

    [Fact]
    public async Task ConnectionToAPrivateHost_IsNotReusedForASourceThatMayNotHaveIt()
    {
        await using var rig = await StartAsync();
        _network.Names["papers.example"] = ["192.168.0.1"];
        rig.Origin.On(Path, "text/xml", Some.Atom);
        await rig.FetchAsync(Source(rig) with { AllowPrivateHosts = true });

        var run = await rig.FetchAsync(Source(rig) with { Id = "other" });

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("papers.example is a private", run.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "is no web address")]
    [InlineData("ftp://papers.example/", "is no web address")]
    [InlineData("http://user:secret@papers.example/", "holds a user name or password")]
    public async Task Redirect_ToSomethingElse_IsRefused(string to, string reason)
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Redirect(to));

        var run = await rig.FetchAsync(Source(rig));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains(reason, run.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_InACircle_AreGivenUpAfterFive()
    {
        await using var rig = await StartAsync();
        rig.Origin.On(Path, TestOrigin.Redirect(Path));

        var run = await rig.FetchAsync(Source(rig));

        Assert.Equal((RunState.Failed, "papers.example redirects more than 5 times"), (run.State, run.Reason));
        Assert.Equal(6, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task FifthRedirect_IsFollowed()
    {
        await using var rig = await StartAsync();
        var next = TestOrigin.Redirect(Path);
        rig.Origin.InTurn(Path, next, next, next, next, next, context => TestOrigin.WriteAsync(context, "text/xml", Some.Atom));

        Assert.Equal(RunState.Done, (await rig.FetchAsync(Source(rig))).State);
    }

    [Fact]
    public async Task HostThatHasNoAddress_IsTriedAgain()
    {
        await using var rig = await StartAsync();

        var run = await rig.FetchAsync(Source(rig) with { Address = "http://nowhere.example/" });

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Empty(_network.Connected);
    }

    private async Task<FetcherRig> StartAsync()
        => await FetcherRig.StartAsync(origin =>
        {
            _network = new(() => origin.Port);
            _network.Names["papers.example"] = ["8.8.4.4"];
            _network.Names["other.example"] = ["8.8.8.8"];
            _network.Names["inside.example"] = ["172.16.0.9"];
            _network.Names["inside6.example"] = ["fe80::1", "::1"];
            return _network;
        });

    private static SourceDefinition Source(FetcherRig rig)
        => rig.Source(SourceKind.Feed) with { Address = "http://papers.example" + Path, AllowPrivateHosts = false };
}
