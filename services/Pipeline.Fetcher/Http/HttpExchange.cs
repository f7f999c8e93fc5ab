using System.Net;
using System.Net.Sockets;
using Pipeline.BuildingBlocks.Network;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Http;

/// <summary>One request and its answer, in one turn at its host and within one time limit.</summary>
internal sealed class HttpExchange(HttpResponseMessage response, HostTurn turn, AttemptClock clock) : IAsyncDisposable
{
    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Where the host sends us instead; null unless it redirects.</summary>
    public Uri? Redirect(Uri from)
        => (int)Status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location && Uri.TryCreate(from, location, out var to)
            ? to
            : null;

    public string? MediaType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>Value of a header, those of the body included; null when there is none.</summary>
    public string? Header(string name)
        => response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>Nobody gets a turn at this host for so long.</summary>
    public void Pause(TimeSpan pause) => turn.Pause = pause;

    /// <summary>The body, decompressed and watched.</summary>
    public async Task<BodyStream> OpenBodyAsync(Uri address, long maxBytes, CancellationToken cancellationToken)
        => BodyStream.Open(await response.Content.ReadAsStreamAsync(cancellationToken), Header("Content-Encoding"), address.Host, maxBytes, clock);

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        clock.Dispose();
        await turn.DisposeAsync();
    }
}

/// <summary>The time limit of one request, its body included.</summary>
internal sealed class AttemptClock : IDisposable
{
    // The message of a broken header holds the header, and that is the host's.
    private const int MaxWords = 200;

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _turnLost;

    public AttemptClock(TimeSpan timeout, TimeProvider time, CancellationToken turnLost, CancellationToken cancellationToken)
    {
        (_timeout, _turnLost) = (timeout, turnLost);
        _limit = new(timeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, turnLost, cancellationToken);
    }

    /// <summary>Cancelled when the time is over, the turn is lost, or the caller gives up.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>What a failure at a host means: time over, connection lost, or a refusal of our own.</summary>
    /// <returns>Null when the caller gave up, and for what is no trouble of the network.</returns>
    public FetchException? Explain(Exception failure, string host) => failure switch
    {
        FetchException ours => ours,
        HttpRequestException { InnerException: PrivateHostException refused } => FetchException.Permanent(refused.Message),
        OperationCanceledException when _limit.IsCancellationRequested
            => FetchException.Transient($"{host} took longer than {_timeout.TotalSeconds:0} s", failure),
        OperationCanceledException when _turnLost.IsCancellationRequested
            => FetchException.Transient($"the turn at {host} was lost before its answer was read: the store could not be reached in time", failure),
        OperationCanceledException => null,
        InvalidDataException => FetchException.Transient($"the answer of {host} is not compressed as it says, or cut short", failure),
        HttpRequestException or IOException or SocketException
            => FetchException.Transient($"{host} cannot be reached, or broke off: {FirstWords.Line(failure.Message, MaxWords)}", failure),
        _ => null,
    };

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
