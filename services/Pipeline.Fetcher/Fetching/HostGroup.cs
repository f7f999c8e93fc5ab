namespace Pipeline.Fetcher.Fetching;

/// <summary>Hosts that share one budget of requests. Pure.</summary>
internal static class HostGroup
{
    /// <summary>arXiv asks for one request in three seconds over all its hosts and all machines of one user.</summary>
    public const string Arxiv = "arxiv.org";

    /// <summary>Least time between the starts of two requests to arXiv.</summary>
    public static readonly TimeSpan ArxivInterval = TimeSpan.FromSeconds(3);

    /// <summary>Name of the budget of an address: its host, in lower case, or <see cref="Arxiv"/>.</summary>
    public static string Of(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        return host == Arxiv || host.EndsWith("." + Arxiv, StringComparison.Ordinal) ? Arxiv : host;
    }

    /// <summary>The interval to keep at an address: never less than arXiv's own at arXiv, whatever is configured.</summary>
    public static TimeSpan IntervalAt(Uri address, TimeSpan wanted)
        => Of(address) == Arxiv && wanted < ArxivInterval ? ArxivInterval : wanted;
}
