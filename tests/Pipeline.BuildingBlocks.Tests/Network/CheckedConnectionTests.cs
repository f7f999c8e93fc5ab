using System.Net;
using System.Net.Sockets;
using Pipeline.BuildingBlocks.Network;

namespace Pipeline.BuildingBlocks.Tests.Network;

public sealed class CheckedConnectionTests
{
    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1", "::1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1", "192.168.1.1")]
    public async Task Name_ThatLeadsToPrivateAddressesAlone_IsRefused(params string[] addresses)
    {
        var network = new NamesOnly(addresses);

        var refusal = await Assert.ThrowsAsync<PrivateHostException>(() => OpenAsync(network, "hook.example"));

        Assert.Contains("hook.example", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(network.Connected);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1%1")]
    [InlineData("169.254.169.254")]
    public async Task Literal_OfAPrivateHost_IsRefused(string literal)
        => await Assert.ThrowsAsync<PrivateHostException>(() => OpenAsync(new NamesOnly([]), literal));

    [Fact]
    public async Task Name_ThatLeadsToBoth_IsConnectedToThePublicOneAlone()
    {
        var network = new NamesOnly(["10.0.0.1", "8.8.8.8", "::1"]);

        await OpenAsync(network, "hook.example");

        Assert.Equal([IPAddress.Parse("8.8.8.8")], network.Connected);
    }

    [Fact]
    public async Task Name_ThatLeadsElsewhereTheSecondTime_IsAskedOnceAndConnectedToWhatWasChecked()
    {
        var network = new NamesOnly(["8.8.8.8"], then: ["127.0.0.1"]);

        await OpenAsync(network, "hook.example");

        Assert.Equal([IPAddress.Parse("8.8.8.8")], network.Connected);
        await Assert.ThrowsAsync<PrivateHostException>(() => OpenAsync(network, "hook.example"));
    }

    [Fact]
    public async Task PrivateHost_ThatIsAllowed_IsConnectedTo()
    {
        var network = new NamesOnly(["127.0.0.1"]);

        await CheckedConnection.OpenAsync(network, new("hook.example", 443), allowPrivate: true, TestContext.Current.CancellationToken);

        Assert.Equal([IPAddress.Loopback], network.Connected);
    }

    [Fact]
    public async Task Name_OfTheSystem_IsResolved()
        => Assert.Contains(IPAddress.Loopback, await new SystemNetwork().ResolveAsync("localhost", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Name_ThatNobodyHas_IsAFailureOfTheSocket()
        => await Assert.ThrowsAsync<SocketException>(() => new SystemNetwork().ResolveAsync("nobody.invalid", TestContext.Current.CancellationToken));

    private static Task<Stream> OpenAsync(NamesOnly network, string host)
        => CheckedConnection.OpenAsync(network, new(host, 443), allowPrivate: false, TestContext.Current.CancellationToken).AsTask();

    /// <summary>Names as a test gives them; nothing is connected to.</summary>
    private sealed class NamesOnly(string[] addresses, string[]? then = null) : INetwork
    {
        private int _asked;

        public IReadOnlyList<IPAddress> Connected { get; private set; } = [];

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
            => Task.FromResult((_asked++ > 0 && then is not null ? then : addresses).Select(IPAddress.Parse).ToArray());

        public Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
        {
            Connected = addresses;
            return Task.FromResult(Stream.Null);
        }
    }
}
