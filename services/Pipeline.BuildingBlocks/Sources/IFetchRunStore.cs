namespace Pipeline.BuildingBlocks.Sources;

/// <summary>The runs and backfills of all sources. Every write is atomic; a method that returns has made its effect durable.</summary>
public interface IFetchRunStore
{
    /// <summary>Creates a run.</summary>
    /// <returns>False when there is one with this key already: somebody else claimed the slot. Nothing is written then.</returns>
    Task<bool> TryCreateAsync(FetchRun run, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <returns>The run, or null when there is none.</returns>
    Task<FetchRun?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes state, times, cursor, counts and reason of a run over the stored one, if that has not ended and still stands at
    /// <see cref="FetchRun.Sequence"/>; its sequence becomes one higher.
    /// </summary>
    /// <returns>False when it has ended or moved on, or there is none; nothing is written then.</returns>
    Task<bool> UpdateAsync(FetchRun run, CancellationToken cancellationToken);

    /// <summary>
    /// Takes runs that have not ended and are due, oldest due first, and sets their due time to <paramref name="now"/> plus
    /// <paramref name="delay"/>, so that a second caller does not take the same. Their sequence stays: whoever has one in hand goes on.
    /// </summary>
    /// <returns>The runs, with the due time they have now.</returns>
    Task<IReadOnlyList<FetchRun>> TakeDueAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken);

    /// <summary>Reads runs, last created first.</summary>
    /// <param name="sourceId">Only this source's; null reads all.</param>
    /// <param name="cause">Only runs with this cause; null reads all.</param>
    /// <param name="after">Only runs that stand after this place; null begins with the first.</param>
    /// <param name="limit">Most runs to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<FetchRun>> ListAsync(
        string? sourceId, RunCause? cause, RunPlace? after, int limit, CancellationToken cancellationToken);

    /// <summary>Creates a backfill.</summary>
    /// <returns>False when there is one with this key already; nothing is written then.</returns>
    Task<bool> TryCreateAsync(Backfill backfill, CancellationToken cancellationToken);

    /// <summary>Finds a backfill.</summary>
    /// <returns>The backfill, or null when there is none.</returns>
    Task<Backfill?> FindBackfillAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Writes a backfill over the stored one, if that still stands at <see cref="Backfill.Sequence"/>; its sequence becomes one higher.</summary>
    /// <returns>False when it has moved on, or there is none; nothing is written then.</returns>
    Task<bool> UpdateAsync(Backfill backfill, CancellationToken cancellationToken);

    /// <summary>Reads backfills that are running, oldest first.</summary>
    Task<IReadOnlyList<Backfill>> ListRunningBackfillsAsync(CancellationToken cancellationToken);
}
