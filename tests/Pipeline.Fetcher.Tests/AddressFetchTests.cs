using Microsoft.AspNetCore.Http;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests;

public sealed class AddressFetchTests
{
    [Fact]
    public async Task Address_IsOpened_AndItsTurnEndsWithTheStream()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/list.txt", "text/plain", "papers");

        string read;
        await using (var content = await OpenAsync(rig, "/list.txt"))
        {
            Assert.Equal(["127.0.0.1"], rig.Budget.Held);
            read = await new StreamReader(content).ReadToEndAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("papers", read);
        Assert.Empty(rig.Budget.Held);
    }

    [Fact]
    public async Task HostThatKeepsFailing_IsNoReasonToRefuseAnother()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/broken", TestOrigin.Status(500));
        rig.Origin.On("/list.txt", "text/plain", "papers");
        for (var address = 0; address < 5; address++)
        {
            await Assert.ThrowsAsync<FetchException>(() => OpenAsync(rig, "/broken"));
        }

        await Assert.ThrowsAsync<FetchException>(() => OpenAsync(rig, "/list.txt"));
        await using var content = await rig.AddressFetch.OpenAsync(
            new($"http://localhost:{rig.Origin.Port}/list.txt"), allowPrivate: true, TestContext.Current.CancellationToken);
        Assert.Equal("papers", await new StreamReader(content).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PrivateHost_IsRefusedUnlessAllowed()
    {
        await using var rig = await FetcherRig.StartAsync();
        var address = new Uri(rig.Origin.Address.Replace("http:", "https:", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<FetchException>(
            () => rig.AddressFetch.OpenAsync(address, allowPrivate: false, TestContext.Current.CancellationToken));

        Assert.Equal((FetchFault.Permanent, "127.0.0.1 is a private, loopback or link-local host; allow private hosts if that is meant"), (refusal.Fault, refusal.Message));
    }

    [Fact]
    public async Task AddressAPersonNames_IsNoMatterOfRobots_ButWhereItRedirectsToIs()
    {
        FakeNetwork? network = null;
        await using var rig = await FetcherRig.StartAsync(origin =>
        {
            network = new(() => origin.Port);
            network.Names["papers.example"] = network.Names["other.example"] = ["8.8.4.4"];
            return network;
        });
        rig.Origin.On("/robots.txt", "text/plain", "User-agent: *\nDisallow: /");
        rig.Origin.On("/list.txt", "text/plain", "papers");
        rig.Origin.On("/elsewhere", TestOrigin.Redirect("http://other.example/list.txt"));

        await using (await rig.AddressFetch.OpenAsync(new("http://papers.example/list.txt"), allowPrivate: true, TestContext.Current.CancellationToken))
        {
            Assert.Equal(["/list.txt"], rig.Origin.AllRequests.Select(request => request.Path));
        }

        var refusal = await Assert.ThrowsAsync<FetchException>(
            () => rig.AddressFetch.OpenAsync(new("http://papers.example/elsewhere"), allowPrivate: true, TestContext.Current.CancellationToken));
        Assert.StartsWith("robots.txt of other.example forbids", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultThatStays_IsNamedAfterThreeAttempts()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/list.txt", TestOrigin.Status(500));

        var fault = await Assert.ThrowsAsync<FetchException>(() => OpenAsync(rig, "/list.txt"));

        Assert.Equal("127.0.0.1 answered 500", fault.Message);
        Assert.Equal(3, rig.Origin.Requests.Count);
        Assert.Empty(rig.Budget.Held);
    }

    [Fact]
    public async Task HostThatAsksToBeLeftAlone_SaysForHowLong()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/list.txt", TestOrigin.Status(429, ("Retry-After", "600")));

        var fault = await Assert.ThrowsAsync<FetchException>(() => OpenAsync(rig, "/list.txt"));

        Assert.Equal((FetchFault.Throttled, "127.0.0.1 asks to be left alone for 600 s (429)"), (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task BodyThatBreaksOff_FailsWhileItIsRead()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/list.txt", async context =>
        {
            await context.Response.WriteAsync(new string('a', 100_000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await using var content = await OpenAsync(rig, "/list.txt");

        await Assert.ThrowsAsync<FetchException>(() => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private static Task<Stream> OpenAsync(FetcherRig rig, string path)
        => rig.AddressFetch.OpenAsync(new(rig.Origin.Address + path), allowPrivate: true, TestContext.Current.CancellationToken);
}
