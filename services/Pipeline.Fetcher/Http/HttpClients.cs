using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>The HTTP clients: nothing is followed, remembered, decompressed or sent through a proxy behind our back.</summary>
internal static class HttpClients
{
    private const string PublicHosts = "public-hosts";
    private const string AllHosts = "all-hosts";

    // A host that moves is found again; the handler itself stays.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Adds both clients. They are apart so that a connection to a private host is never reused for a source that may not have it.</summary>
    public static IServiceCollection AddListingHttp(this IServiceCollection services)
    {
        services.AddSingleton<INetwork, SystemNetwork>();
        foreach (var (name, allowPrivate) in new[] { (PublicHosts, false), (AllHosts, true) })
        {
            services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<INetwork>(), allowPrivate))
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .RemoveAllLoggers();
        }

        return services;
    }

    /// <summary>The client for what may be reached.</summary>
    public static HttpClient CreateFor(this IHttpClientFactory clients, Access access)
        => clients.CreateClient(access.AllowPrivateHosts ? AllHosts : PublicHosts);

    private static SocketsHttpHandler CreateHandler(INetwork network, bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectTimeout = ConnectTimeout,
        MaxResponseHeadersLength = 64,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken)
            => CheckedConnection.OpenAsync(network, context.DnsEndPoint, allowPrivate, cancellationToken),
    };
}
