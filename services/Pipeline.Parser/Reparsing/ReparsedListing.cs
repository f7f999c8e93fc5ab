using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Parser.Reparsing;

/// <summary>How reading a listing again ended.</summary>
public enum ReparseEnd
{
    /// <summary>It gives what is stored.</summary>
    Unchanged,

    /// <summary>It gives something else.</summary>
    Changed,

    /// <summary>It could not be read; <see cref="ReparsedListing.Failure"/> says why. What is stored stays.</summary>
    Failed,

    /// <summary>It still waits for its first reading, and was left to that.</summary>
    Waiting,
}

/// <summary>A listing read again, and what that changed.</summary>
public sealed record ReparsedListing
{
    /// <summary>The listing, with the result of its former reading.</summary>
    public required Listing Listing { get; init; }

    /// <summary>How reading it again ended.</summary>
    public required ReparseEnd End { get; init; }

    /// <summary>Why it could not be read and what to do, one line; null when it could.</summary>
    public string? Failure { get; init; }

    /// <summary>What reading it gives now; null when it was not read.</summary>
    public ListingResult? Result { get; init; }

    /// <summary>Counts of what changed.</summary>
    public ReparseCounts Counts { get; init; } = new();

    /// <summary>The first papers that changed, at most <see cref="MaxPapers"/>; the counts hold all.</summary>
    public IReadOnlyList<ReparsedPaper> Papers { get; init; } = [];

    /// <summary>Entries rejected now that were not, among the first <see cref="ListingResult.MaxRejections"/>.</summary>
    public IReadOnlyList<Rejection> NewlyRejected { get; init; } = [];

    /// <summary>Entries rejected before that are not any more, among the first <see cref="ListingResult.MaxRejections"/>.</summary>
    public IReadOnlyList<Rejection> NoLongerRejected { get; init; } = [];

    /// <summary>Papers kept with a listing.</summary>
    public const int MaxPapers = 1_000;
}

/// <summary>How many papers and entries changed.</summary>
public sealed record ReparseCounts
{
    /// <summary>Papers that the listing lists now and did not before.</summary>
    public int NowListed { get; init; }

    /// <summary>Papers that it listed before and does not now; they stay stored.</summary>
    public int NoLongerListed { get; init; }

    /// <summary>Stored papers of which a field changed.</summary>
    public int Changed { get; init; }

    /// <summary>Entries rejected now, less those rejected before.</summary>
    public int Rejected { get; init; }

    /// <summary>Papers by field that changed, in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Fields { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);
}
