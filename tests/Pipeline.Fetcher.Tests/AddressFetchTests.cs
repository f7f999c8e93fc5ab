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
    public async Task PrivateHost_IsRefusedUnlessAllowed()
    {
        await using var rig = await FetcherRig.StartAsync();
        var address = new Uri(rig.Origin.Address.Replace("http:", "https:", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<FetchException>(
            () => rig.AddressFetch.OpenAsync(address, allowPrivate: false, TestContext.Current.CancellationToken));

        Assert.Equal((FetchFault.Permanent, "127.0.0.1 is a private, loopback or link-local host; allow private hosts if that is meant"), (refusal.Fault, refusal.Message));
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
