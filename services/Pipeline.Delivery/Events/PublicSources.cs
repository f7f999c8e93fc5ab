using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Delivery.Events;

/// <summary>Where a paper was listed, as the world outside may know it.</summary>
internal static class PublicSources
{
    /// <summary>Ids of the configured sources that listed the paper, <c>file</c> and <c>address</c>; in ordinal order.</summary>
    public static IReadOnlyList<string> Of(EnrichedPaper paper)
        => [.. paper.Sightings.Select(sighting => NameOf(sighting.SourceId)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What to call a source outside.</summary>
    public static string NameOf(string sourceId) => SourceNames.Outside(sourceId);
}
