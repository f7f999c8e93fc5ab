using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Ingestion;

/// <summary>How an ingest ended.</summary>
internal enum IngestEnd
{
    /// <summary>Everything listed is enriched.</summary>
    Done,

    /// <summary>The same bytes were ingested last time: nothing was changed and nothing published.</summary>
    Unchanged,

    /// <summary>The listing was refused as a whole.</summary>
    Refused,

    /// <summary>Something failed for good, or nothing moved for too long; the work is kept and goes on later.</summary>
    Unfinished,
}

/// <summary>How an ingest ended, and what is known of its listing.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Listing">The listing as stored.</param>
/// <param name="Summary">Counts over the papers seen in it.</param>
/// <param name="Problem">What went wrong, one line; null when nothing did.</param>
internal sealed record IngestOutcome(IngestEnd End, Listing Listing, PaperSummary Summary, string? Problem)
{
    /// <summary>True when some input failed: exit code 1.</summary>
    public bool Failed => End is IngestEnd.Refused or IngestEnd.Unfinished
        || Listing.Result is { Rejected: > 0 } or { Reason: not null };
}
