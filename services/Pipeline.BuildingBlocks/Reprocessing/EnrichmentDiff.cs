using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>Says what a stage found otherwise than before. Pure.</summary>
public static class EnrichmentDiff
{
    /// <summary>Confidences that lie no further apart count as the same.</summary>
    public const double ScoreTolerance = 0.05;

    // Scores come with four decimals; without this, 0.60 and 0.65 would lie further apart than 0.05.
    private const double Rounding = 1e-9;

    /// <summary>Compares what was found before with what was found now.</summary>
    /// <param name="before">Null when there was nothing.</param>
    /// <param name="after">Null when there is nothing.</param>
    /// <returns>One entry a claim or topic that was added, removed or changed, in ordinal order of their ids.</returns>
    public static IReadOnlyList<ItemChange> Between(SectionDigest? before, SectionDigest? after)
    {
        var old = (before?.Items ?? []).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var now = (after?.Items ?? []).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => Between(old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
            .OfType<ItemChange>()];
    }

    /// <summary>Whether claims of one revision say something else than others.</summary>
    public static bool Differ(ClaimsSection before, ClaimsSection after) => Between(SectionDigest.Of(before), SectionDigest.Of(after)).Count > 0;

    /// <summary>Whether topics of one revision say something else than others.</summary>
    public static bool Differ(TopicsSection before, TopicsSection after) => Between(SectionDigest.Of(before), SectionDigest.Of(after)).Count > 0;

    private static ItemChange? Between(DigestItem? before, DigestItem? after) => (before, after) switch
    {
        (null, { } added) => new(ChangeKind.Added, added.Kind, added.Text, null, added.Score),
        ({ } removed, null) => new(ChangeKind.Removed, removed.Kind, removed.Text, removed.Score, null),
        ({ } old, { } now) when old.Content != now.Content || Math.Abs(now.Score - old.Score) > ScoreTolerance + Rounding
            => new(ChangeKind.Changed, now.Kind, now.Text, old.Score, now.Score),
        _ => null,
    };
}

/// <summary>What became of a claim or topic.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>It says something else, or is much more or less sure.</summary>
    Changed,
}

/// <summary>A claim or topic that a stage found otherwise than before.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Kind">Type of the claim, or id of the topic.</param>
/// <param name="Text">Words of the claim, perhaps cut; empty for a topic.</param>
/// <param name="Before">Confidence before; null when it was added.</param>
/// <param name="After">Confidence now; null when it was removed.</param>
public sealed record ItemChange(ChangeKind Change, string Kind, string Text, double? Before, double? After);
