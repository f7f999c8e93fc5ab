using System.Net;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>Sends one request in its turn; nothing is followed or repeated here.</summary>
internal sealed class HttpTransport(
    IHttpClientFactory clients, HostTurns turns, IOptions<FetcherOptions> options, TimeProvider time, ILogger<HttpTransport> logger)
{
    /// <summary>Name by which robots.txt knows us.</summary>
    public const string Product = "paper-pipeline";

    private static readonly string Version = typeof(HttpTransport).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private int _warned;

    /// <summary>Asks an address once.</summary>
    /// <param name="address">An address that <see cref="AddressRules"/> allows.</param>
    /// <param name="access">Limits.</param>
    /// <param name="interval">Least time to the next request at this host.</param>
    /// <param name="headers">Headers of this request.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="FetchException">There was no turn in time, or no answer.</exception>
    public async Task<HttpExchange> SendAsync(
        Uri address, Access access, TimeSpan interval, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        if (AddressRules.Refusal(address, access) is { } refusal)
        {
            throw FetchException.Permanent(refusal);
        }

        var turn = await turns.TakeAsync(address, interval, cancellationToken);
        var clock = new AttemptClock(access.AttemptTimeout, time, turn.Lost, cancellationToken);
        try
        {
            using var request = Create(address, headers);
            var response = await clients.CreateFor(access).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, clock.Token);
            var exchange = new HttpExchange(response, turn, clock);
            exchange.Pause(WaitHint.OfAnswer(exchange.Header, time.GetUtcNow()));
            return exchange;
        }
        catch (Exception e)
        {
            var explained = clock.Explain(e, address.Host);
            clock.Dispose();
            await turn.DisposeAsync();
            if (explained is null)
            {
                throw;
            }

            throw explained;
        }
    }

    private HttpRequestMessage Create(Uri address, IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent());
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip, deflate");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private string UserAgent()
    {
        if (options.Value.Contact is { Length: > 0 } contact)
        {
            return $"{Product}/{Version} (+{contact})";
        }

        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            logger.NoContact();
        }

        return $"{Product}/{Version}";
    }
}
