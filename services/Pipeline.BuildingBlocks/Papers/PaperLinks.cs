namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Where a reader is led to from outside: addresses come from listings, so none but those of the web are followed. Pure.</summary>
public static class PaperLinks
{
    /// <summary>Longest address that is given to readers, in characters.</summary>
    public const int MaxLength = 1_000;

    // What a reader is best led to, in this order.
    private static readonly string[] Kinds = ["abs", "page", "pdf"];

    /// <summary>The paper's best address over <c>http</c> or <c>https</c>, percent-encoded.</summary>
    /// <returns>Null when it has none.</returns>
    public static string? Web(EnrichedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return Kinds.Select(kind => Web(paper.Urls.GetValueOrDefault(kind))).FirstOrDefault(url => url is not null);
    }

    private static string? Web(string? url)
        => url is not null
            && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https")
            && uri.AbsoluteUri.Length <= MaxLength
                ? uri.AbsoluteUri
                : null;
}
