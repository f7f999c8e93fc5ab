using System.Net;
using System.Security.Cryptography.X509Certificates;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Tests.Support;
using Pipeline.TestOrigins;

namespace Pipeline.Delivery.Tests.Webhooks;

/// <summary>Receivers behind TLS: who is told, and who is not.</summary>
public sealed class WebhookTlsTests : IDisposable
{
    private const string Host = "hook.example";

    private readonly TestAuthority _trusted = new();
    private readonly TestAuthority _stranger = new();
    private readonly List<string?> _asked = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receiver_WhoseCertificateIsTrusted_GetsTheEventSigned_UnderItsOwnName()
    {
        await using var rig = await StartAsync(() => _trusted.Issue(Host));
        var subscription = await SubscribeAsync(rig);

        await rig.LogAsync(1, 3);
        await rig.UntilAsync(subscription, stored => stored.Cursor == 3);

        Assert.Equal([1, 2, 3], rig.At("/hook"));
        Assert.All(rig.Receiver.At("/hook"), hook => Assert.True(hook.Genuine));
        Assert.Equal(Host, Assert.Single(_asked.Distinct()));
        Assert.All(await rig.TriedAsync(subscription), attempt => Assert.True(attempt.Delivered));
    }

    [Fact]
    public async Task Receiver_WhoseCertificateNobodyTrusts_IsToldNothing_UntilItHasOneThatSomebodyDoes()
    {
        var authority = _stranger;
        await using var rig = await StartAsync(() => authority.Issue(Host));
        var subscription = await SubscribeAsync(rig);

        // The third attempt is minutes away.
        await rig.LogAsync(1, 1);
        await rig.UntilAsync(subscription, stored => stored.Failures == 2);
        Assert.Empty(rig.Receiver.At("/hook"));
        await AssertRefusedAsync(rig, subscription, "no secure connection: its certificate is not trusted (");

        authority = _trusted;
        await rig.ChangeAsync(subscription.Id, "resumed", stored => stored with { DueAt = DateTimeOffset.UnixEpoch });
        await rig.UntilAsync(subscription, stored => stored.Cursor == 1);
        Assert.True(Assert.Single(rig.Receiver.At("/hook")).Genuine);
    }

    [Fact]
    public async Task Receiver_WithTheCertificateOfAnotherHost_IsToldNothing_AndTriedAgain()
    {
        await using var rig = await StartAsync(() => _trusted.Issue("other.example"));
        var subscription = await SubscribeAsync(rig);

        await rig.LogAsync(1, 1);
        await rig.UntilAsync(subscription, stored => stored.Failures >= 2);

        Assert.Empty(rig.Receiver.At("/hook"));
        await AssertRefusedAsync(rig, subscription, "no secure connection: its certificate is that of another host");
    }

    [Fact]
    public async Task Receiver_WithATrustedCertificate_ButNoAuthorityOfOurOwn_IsToldNothing()
    {
        await using var rig = await StartAsync(() => _trusted.Issue(Host), roots: "");
        var subscription = await SubscribeAsync(rig);

        await rig.LogAsync(1, 1);
        await rig.UntilAsync(subscription, stored => stored.Failures >= 1);

        Assert.Empty(rig.Receiver.At("/hook"));
        await AssertRefusedAsync(rig, subscription, "no secure connection: its certificate is not trusted (");
    }

    public void Dispose()
    {
        _trusted.Dispose();
        _stranger.Dispose();
    }

    private static Task<Subscription> SubscribeAsync(WebhookRig rig) => rig.SubscribeAsync($"https://{Host}:{rig.Receiver.Port}/hook");

    private async Task<WebhookRig> StartAsync(Func<X509Certificate2> certificate, string? roots = null)
    {
        var receiver = await HookReceiver.StartAsync(
            host =>
            {
                lock (_asked)
                {
                    _asked.Add(host);
                }

                return certificate();
            },
            Token);
        return await WebhookRig.StartAsync(receiver, TimeProvider.System, _ => new LoopbackNetwork(), ("Webhooks:TrustedRoots", roots ?? _trusted.File));
    }

    private static async Task AssertRefusedAsync(WebhookRig rig, Subscription subscription, string reason)
        => Assert.All(await rig.TriedAsync(subscription), attempt =>
        {
            Assert.Equal((false, null), (attempt.Delivered, attempt.Status));
            Assert.StartsWith(reason, attempt.Note, StringComparison.Ordinal);
        });

    /// <summary>A network on which every name leads to this machine.</summary>
    private sealed class LoopbackNetwork : INetwork
    {
        private readonly SystemNetwork _system = new();

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

        public Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken) => _system.ConnectAsync(addresses, port, cancellationToken);
    }
}
