using System.Text;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Scheduler;

/// <summary>What a person does about messages that failed; each act is one guarded write, with who, when and why in it.</summary>
public sealed class DeadLetters(IFailureStore store, FailureLedger ledger, TimeProvider time)
{
    private const int Page = 200;

    /// <summary>Asks for a message to be handled again; whoever works the ledger off sends it. One on its way is left alone.</summary>
    /// <returns>The entry as written; null when there is none, or it is on its way.</returns>
    public Task<FailedMessage?> ReplayAsync(Guid id, string by, string? why, CancellationToken cancellationToken)
        => ledger.ChangeAsync(
            id,
            stored => stored.State == FailureState.Sent
                ? null
                : stored.With(Act(by, "replay", why)) with { State = FailureState.Waiting, DueAt = time.GetStoredNow(), ByHand = true },
            cancellationToken);

    /// <summary>Gives a message up. One on its way is left alone.</summary>
    /// <returns>The entry as written; null when there is none, or it is on its way or over.</returns>
    public Task<FailedMessage?> DiscardAsync(Guid id, string by, string why, CancellationToken cancellationToken)
        => ledger.ChangeAsync(
            id,
            stored =>
            {
                var act = Act(by, "discard", why);
                return stored.HasEnded || stored.State == FailureState.Sent
                    ? null
                    : stored.With(act) with { State = FailureState.Discarded, DueAt = act.At, ByHand = false };
            },
            cancellationToken);

    /// <summary>Puts another body in the place of a message's; the former one is kept with the act.</summary>
    /// <returns>The entry as written; null when there is none, or it is on its way or over.</returns>
    /// <exception cref="BodyRefusedException">No consumer could read the new body.</exception>
    public Task<FailedMessage?> EditAsync(Guid id, byte[] body, string by, string? why, CancellationToken cancellationToken)
        => ledger.ChangeAsync(
            id,
            stored =>
            {
                if (stored.HasEnded || stored.State == FailureState.Sent)
                {
                    return null;
                }

                var facts = EditedBody.Check(stored, body);
                return stored.With(Act(by, "edit", why) with { FormerBody = Encoding.UTF8.GetString(stored.Body) }) with
                {
                    Body = body,
                    Type = facts.Type ?? stored.Type,
                    PaperId = facts.PaperId ?? stored.PaperId,
                    SourceId = facts.SourceId ?? stored.SourceId,
                };
            },
            cancellationToken);

    /// <summary>Walks over the keys of messages, also of those that change their state on the way.</summary>
    public async IAsyncEnumerable<Guid> KeysAsync(
        FailureQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (await store.ListKeysAsync(query, last, Page, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var id in page)
            {
                yield return id;
            }

            last = page[^1];
        }
    }

    private FailureAct Act(string by, string what, string? why) => new() { At = time.GetStoredNow(), By = by, What = what, Why = why };
}
