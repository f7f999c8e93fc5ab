namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The timelines of papers. Stages' entries come with the writes they tell of; see <see cref="IPaperStore"/>.</summary>
public interface ITimelineStore
{
    /// <summary>Reads a paper's timeline by its key or any alias, newest last, at most <see cref="PaperTimeline.MaxEntries"/>.</summary>
    /// <returns>The entries, or null when no paper has that key.</returns>
    Task<IReadOnlyList<TimelineEntry>?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Adds what befell papers outside such a write, such as a failed attempt. Not idempotent: a repeated call adds a second
    /// entry. A paper that is not stored under the key is passed over.
    /// </summary>
    Task AppendAsync(IReadOnlyList<TimelineNote> notes, CancellationToken cancellationToken);
}

/// <summary>An entry on its way to its paper.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Entry">The entry.</param>
public sealed record TimelineNote(string PaperId, TimelineEntry Entry);
