namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Messages that failed: retry ledger and dead letters. Every write is atomic; a method that returns has made its effect durable.</summary>
public interface IFailureStore
{
    /// <summary>Creates an entry.</summary>
    /// <returns>False when there is one with this key already; nothing is written then.</returns>
    Task<bool> TryCreateAsync(FailedMessage failure, CancellationToken cancellationToken);

    /// <summary>Finds an entry, with its body.</summary>
    /// <returns>The entry, or null when there is none.</returns>
    Task<FailedMessage?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes an entry over the stored one, if that still stands at <see cref="FailedMessage.Sequence"/>; its sequence becomes
    /// one higher. State, cause and acts go in one statement: an entry is never in two states, or in none.
    /// </summary>
    /// <returns>False when it has moved on, or there is none; nothing is written then.</returns>
    Task<bool> UpdateAsync(FailedMessage failure, CancellationToken cancellationToken);

    /// <summary>
    /// Takes waiting entries that are due, oldest due first, and sets their due time to <paramref name="now"/> plus
    /// <paramref name="hold"/>, so that a second caller does not take the same and a dead one's are taken again. Their sequence stays.
    /// </summary>
    /// <returns>The entries, with their bodies and the due time they have now.</returns>
    Task<IReadOnlyList<FailedMessage>> TakeDueAsync(DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken);

    /// <summary>Makes entries wait and be due that were sent: for queues that died with the last process.</summary>
    /// <returns>How many.</returns>
    Task<long> TakeBackSentAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Reads entries without their bodies, those that failed last first.</summary>
    Task<IReadOnlyList<FailedMessage>> ListAsync(FailureQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Reads keys, in the order of their text: one page of a walk that meets no entry twice.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="after">Only keys after this one; null for the first page.</param>
    /// <param name="limit">Most keys to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<Guid>> ListKeysAsync(FailureQuery query, Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>Counts entries by stage, cause and state, the largest group first, then in ordinal order of stage, group and cause.</summary>
    Task<IReadOnlyList<FailureGroup>> GroupAsync(FailureQuery query, CancellationToken cancellationToken);

    /// <summary>Removes entries that have ended and whose due time lies before a time.</summary>
    /// <returns>How many.</returns>
    Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Whether an exception says that this store could not be reached, or had no room: not the message's fault.</summary>
    bool IsUnreachable(Exception exception);
}
