using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery.Events;

/// <summary>Where a paper was listed, as the world outside may know it.</summary>
internal static class PublicSources
{
    // A file of a directory counts as ID/NAME, a file that was named as file:PATH, an address as address:URL: paths, and
    // addresses with what they may have in them, are nobody's business, and have dots, by which nobody could bind.
    private static readonly char[] Ends = ['/', ':'];

    /// <summary>Ids of the configured sources that listed the paper, <c>file</c> and <c>address</c>; in ordinal order.</summary>
    public static IReadOnlyList<string> Of(EnrichedPaper paper)
        => [.. paper.Sightings.Select(sighting => NameOf(sighting.SourceId)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What to call a source outside.</summary>
    public static string NameOf(string sourceId) => sourceId.IndexOfAny(Ends) is > 0 and var end ? sourceId[..end] : sourceId;
}
