using System.Net;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Delivery.Trust;

namespace Pipeline.Delivery.Webhooks;

/// <summary>The HTTP client of webhooks: nothing is followed, remembered, decompressed or sent through a proxy behind our back.</summary>
internal sealed class WebhookHttp(INetwork network, IOptions<WebhookOptions> options) : IDisposable
{
    // A host that moves is found again.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null,
        SslOptions = new() { RemoteCertificateValidationCallback = WebhookTrust.By(Authorities.Read(options.Value.TrustedRoots)) },

        // Only the way there is ours: TLS on top of it goes by the name in the address.
        ConnectCallback = (context, cancellationToken)
            => CheckedConnection.OpenAsync(network, context.DnsEndPoint, options.Value.AllowPrivateHosts, cancellationToken),
    });

    /// <summary>Sends a request once; returns when the head of the answer is there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _client.SendAsync(request, cancellationToken);

    public void Dispose() => _client.Dispose();
}
