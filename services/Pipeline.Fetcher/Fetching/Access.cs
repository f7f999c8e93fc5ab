namespace Pipeline.Fetcher.Fetching;

/// <summary>Where requests may go, and how much and how long they may take. Pure.</summary>
internal sealed record Access
{
    /// <summary>Whether <c>http://</c> may be asked.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Whether private, loopback and link-local hosts may be asked.</summary>
    public bool AllowPrivateHosts { get; init; }

    /// <summary>Longest time for one request, its body included.</summary>
    public required TimeSpan AttemptTimeout { get; init; }

    /// <summary>Least time between the starts of two requests to one host.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Largest answer, in bytes after decompression.</summary>
    public required long MaxBytes { get; init; }
}
