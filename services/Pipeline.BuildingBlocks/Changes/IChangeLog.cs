namespace Pipeline.BuildingBlocks.Changes;

/// <summary>What happened to papers, in one order that never changes. Two implementations keep the same promises and pass the same tests.</summary>
/// <remarks>
/// Places are given one after the other, without gaps, whatever writes at the same time or dies: who sees an entry can see
/// every entry before it. A reader that keeps the place it has come to, and reads on from there, meets every entry once.
/// An entry that was returned is durable. When the store cannot be reached, methods throw the driver's exception: the caller retries.
/// </remarks>
public interface IChangeLog
{
    /// <summary>Adds changes at the end, in the order given. One that is in the log stays as it is, in its place.</summary>
    /// <returns>The entry of each change, in the order given; null for one that was in the log and is no longer kept.</returns>
    Task<IReadOnlyList<Change?>> AppendAsync(IReadOnlyList<NewChange> changes, CancellationToken cancellationToken);

    /// <summary>Looks for entries by the ids of their events.</summary>
    /// <returns>Those that are or were in the log; null for one that is no longer kept.</returns>
    Task<IReadOnlyDictionary<Guid, Change?>> FindAsync(IReadOnlyList<Guid> eventIds, CancellationToken cancellationToken);

    /// <summary>Reads entries after a place.</summary>
    /// <param name="after">The place; 0 reads from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="limit">Most entries to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<ChangePage> ReadAsync(long after, ChangeFilter filter, int limit, CancellationToken cancellationToken);

    /// <summary>Place of the last entry; 0 when there is none.</summary>
    Task<long> LastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Forgets what entries said that are older than <paramref name="before"/>, from the first to the last one before which
    /// none is younger. Their places, ids and papers stay, so that nothing is announced twice or for the first time again.
    /// </summary>
    /// <returns>How many entries it forgot.</returns>
    Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
