using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Writes failures and what becomes of them, whoever else writes at the same time.</summary>
public sealed class FailureLedger(IFailureStore store, IOptions<LedgerOptions> options, TimeProvider time)
{
    /// <summary>Writes a failure: into the ledger, or among the dead letters.</summary>
    /// <param name="failed">The message as it failed now.</param>
    /// <param name="retryAfter">How long somebody asked to wait; null when nobody did.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The entry as it stands.</returns>
    public async Task<FailedMessage> RecordAsync(FailedMessage failed, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        while (true)
        {
            var known = await store.FindAsync(failed.Id, cancellationToken);
            var next = FailurePlan.Next(known, failed, retryAfter, options.Value, time.GetStoredNow()).Stored();
            if (known is null ? await store.TryCreateAsync(next, cancellationToken) : await store.UpdateAsync(next, cancellationToken))
            {
                return next;
            }
        }
    }

    /// <summary>Writes that a message went well that had failed before.</summary>
    public Task<FailedMessage?> SucceededAsync(Guid id, string by, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            stored => stored.State is FailureState.Sent or FailureState.Waiting
                ? Ended(stored, FailureState.Replayed, new() { At = time.GetStoredNow(), By = by, What = "succeeded" })
                : null,
            cancellationToken);

    /// <summary>Changes an entry, whatever it has become meanwhile.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="change">What it becomes; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The entry as written; null when there is none, or it was left as it is.</returns>
    public async Task<FailedMessage?> ChangeAsync(Guid id, Func<FailedMessage, FailedMessage?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (await store.FindAsync(id, cancellationToken) is { } stored)
        {
            if (change(stored)?.Stored() is not { } wanted)
            {
                return null;
            }

            if (await store.UpdateAsync(wanted, cancellationToken))
            {
                return wanted with { Sequence = wanted.Sequence + 1 };
            }
        }

        return null;
    }

    /// <summary>An entry that is over from now on.</summary>
    internal static FailedMessage Ended(FailedMessage failure, FailureState state, FailureAct act)
        => failure.With(act) with { State = state, DueAt = act.At, ByHand = false };
}

/// <summary>Entries as stores hold them.</summary>
internal static class StoredFailures
{
    /// <summary>The same with its times cut to what both stores keep.</summary>
    public static FailedMessage Stored(this FailedMessage failure) => failure with
    {
        FirstFailedAt = Timestamps.ToStored(failure.FirstFailedAt),
        LastFailedAt = Timestamps.ToStored(failure.LastFailedAt),
        DueAt = Timestamps.ToStored(failure.DueAt),
    };
}
