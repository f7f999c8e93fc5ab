using System.Net;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Delivery.Webhooks;

namespace Pipeline.Delivery.Tests.Webhooks;

/// <summary>Addresses that lead into somebody's own network.</summary>
public sealed class WebhookNetworkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1", "169.254.169.254")]
    [InlineData("::1", "::ffff:192.168.1.1", "fe80::1")]
    public async Task Name_ThatLeadsToPrivateAddressesAlone_IsNotConnectedTo(params string[] addresses)
    {
        var network = new HookNetwork(addresses);

        var note = await SendAsync(network, "https://hook.example/");

        Assert.Contains("hook.example is a private", note, StringComparison.Ordinal);
        Assert.Empty(network.Connected);
    }

    [Fact]
    public async Task Name_ThatLeadsToBoth_IsConnectedToThePublicOneAlone()
    {
        var network = new HookNetwork("10.0.0.1", "8.8.8.8");

        await SendAsync(network, "https://hook.example/");

        Assert.Equal([IPAddress.Parse("8.8.8.8")], network.Connected.Distinct());
    }

    [Fact]
    public async Task Name_ThatLeadsElsewhereByTheTimeOfTheConnection_IsConnectedToWhatWasChecked()
    {
        var network = new HookNetwork("8.8.8.8");
        network.OnResolved = () => network.Addresses = ["127.0.0.1"];

        await SendAsync(network, "https://hook.example/");
        var second = await SendAsync(network, "https://hook.example/");

        Assert.Equal([IPAddress.Parse("8.8.8.8")], network.Connected);
        Assert.Contains("private", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("http://8.8.8.8/")]
    public async Task Literal_OfAPrivateHostOrWithoutTls_IsNotConnectedTo(string url)
    {
        var network = new HookNetwork("8.8.8.8");

        Assert.NotNull(await SendAsync(network, url));

        Assert.Empty(network.Connected);
    }

    private static async Task<string?> SendAsync(HookNetwork network, string url)
    {
        await using var rig = await WebhookRig.StartAsync(TimeProvider.System, _ => network, ("Webhooks:AllowPrivateHosts", "false"), ("Webhooks:Timeout", "00:00:05"));
        var result = await rig.Sender.SendAsync(rig.Webhook(url), new WebhookMessage("id", new byte[2], 1, TraceParent: null), Token);
        Assert.False(result.Attempt.Delivered);
        return result.Attempt.Note;
    }

    /// <summary>A network of one name, on which no connection comes to be.</summary>
    private sealed class HookNetwork(params string[] addresses) : INetwork
    {
        public string[] Addresses { get; set; } = addresses;

        public Action OnResolved { get; set; } = () => { };

        public List<IPAddress> Connected { get; } = [];

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            var resolved = Addresses.Select(IPAddress.Parse).ToArray();
            OnResolved();
            return Task.FromResult(resolved);
        }

        public Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
        {
            Connected.AddRange(addresses);
            throw new IOException("Nothing is connected to here.");
        }
    }
}
