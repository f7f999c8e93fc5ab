using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Standalone.SourceWork;

/// <summary>How a run that somebody waited for ended.</summary>
/// <param name="Run">The run as stored.</param>
/// <param name="Listings">Listings it gave, as far as they are known here.</param>
/// <param name="Problem">Why it is not finished; null when it is.</param>
internal sealed record RunOutcome(FetchRun Run, IReadOnlyList<Listing> Listings, string? Problem)
{
    /// <summary>Papers listed; one that several listings hold counts for each.</summary>
    public int Papers => Listings.Sum(listing => listing.Result?.Papers ?? 0);

    /// <summary>Of these, papers never seen before.</summary>
    public int New => Listings.Sum(listing => listing.Result?.New ?? 0);

    /// <summary>Of these, known papers whose title or abstract changed.</summary>
    public int Changed => Listings.Sum(listing => listing.Result?.Changed ?? 0);

    /// <summary>Entries that could not be read.</summary>
    public int Rejected => Listings.Sum(listing => listing.Result?.Rejected ?? 0);

    /// <summary>True when something failed: exit code 1.</summary>
    public bool Failed => Problem is not null || Run.State == RunState.Failed || Listings.Any(listing => listing.Result?.Reason is not null);
}
