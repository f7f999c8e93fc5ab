namespace Pipeline.BuildingBlocks.Changes;

/// <summary>Changes in their order, and how to go on.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Next">The place after which to read on: every entry up to it has been read, or is not asked for.</param>
/// <param name="Trimmed">Entries up to this place are no longer kept; 0 when all are. Whoever read from before it has missed some.</param>
public sealed record ChangePage(IReadOnlyList<Change> Changes, long Next, long Trimmed)
{
    /// <summary>The page that a store has read.</summary>
    /// <param name="changes">The changes, as they stand after <paramref name="last"/> was read.</param>
    /// <param name="after">The place after which it read.</param>
    /// <param name="last">The last place there was before it read.</param>
    /// <param name="limit">Most changes that were asked for; with fewer, nothing up to <paramref name="last"/> is left.</param>
    /// <param name="trimmed">The last place that was no longer kept after it read.</param>
    public static ChangePage Of(IReadOnlyList<Change> changes, long after, long last, int limit, long trimmed)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var read = changes.Count > 0 ? changes[^1].Sequence : after;
        return new(changes, changes.Count < limit ? Math.Max(read, last) : read, trimmed);
    }
}
