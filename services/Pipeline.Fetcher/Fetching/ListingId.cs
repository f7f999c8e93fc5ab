using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Fetcher.Fetching;

/// <summary>Keys of listings. Pure.</summary>
internal static class ListingId
{
    /// <summary>The same source with the same bytes is the same listing.</summary>
    public static string From(string sourceId, string contentHash)
        => DeterministicId.From("listing", sourceId, contentHash).ToString("N");
}
