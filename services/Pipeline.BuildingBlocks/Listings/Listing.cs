namespace Pipeline.BuildingBlocks.Listings;

/// <summary>How far a listing has come.</summary>
public enum ListingState
{
    /// <summary>Its bytes are archived; it waits to be parsed.</summary>
    Fetched,

    /// <summary>It was read to its end, or as far as it can be read.</summary>
    Parsed,

    /// <summary>It was refused as a whole; the bytes stay in the archive.</summary>
    Rejected,
}

/// <summary>One obtained listing.</summary>
public sealed record Listing
{
    /// <summary>Key: the same source with the same bytes is the same listing.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from.</summary>
    public required string SourceId { get; init; }

    /// <summary>SHA-256 of the raw bytes, 64 lower-case hexadecimal digits: the key in the archive.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Size of the raw bytes.</summary>
    public required long ContentLength { get; init; }

    /// <summary>File name or address.</summary>
    public required string Name { get; init; }

    /// <summary>Format to read it as; null lets the Parser detect it.</summary>
    public string? Format { get; init; }

    /// <summary>When it was last obtained, in UTC, whole milliseconds.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public ListingState State { get; init; }

    /// <summary>What parsing gave; null before.</summary>
    public ListingResult? Result { get; init; }
}

/// <summary>What parsing a listing gave.</summary>
public sealed record ListingResult
{
    /// <summary>When parsing ended.</summary>
    public required DateTimeOffset ParsedAt { get; init; }

    /// <summary>Version of the Parser.</summary>
    public required string ParserVersion { get; init; }

    /// <summary>Format it was read as; null when none fitted.</summary>
    public string? Format { get; init; }

    /// <summary>Papers it listed, each once.</summary>
    public int Papers { get; init; }

    /// <summary>Papers never seen before.</summary>
    public int New { get; init; }

    /// <summary>Known papers whose title or abstract changed.</summary>
    public int Changed { get; init; }

    /// <summary>Papers whose title and abstract stayed as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Papers it says are withdrawn, whether they were known or not.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Former keys that it made aliases, by a better key or by showing that two papers are one.</summary>
    public int Joined { get; init; }

    /// <summary>Entries that could not be read, in all.</summary>
    public int Rejected { get; init; }

    /// <summary>The first of them, at most <see cref="MaxRejections"/>.</summary>
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];

    /// <summary>Why the listing was refused or broke off; null when it was read to its end.</summary>
    public string? Reason { get; init; }

    /// <summary>Rejections kept with a listing.</summary>
    public const int MaxRejections = 100;
}

/// <summary>An entry of a listing that is no paper, and why.</summary>
public sealed record Rejection
{
    /// <summary>Where: for example <c>line 12</c> or <c>entry 3</c>.</summary>
    public required string Where { get; init; }

    /// <summary>What is wrong and what to do, one line.</summary>
    public required string Reason { get; init; }
}
