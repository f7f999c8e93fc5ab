using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Scheduler;

/// <summary>Sends messages of the retry ledger back to their queues that are due, and trims those that ended long ago.</summary>
internal sealed class RetryRound(
    IFailureStore store, FailureLedger ledger, IBus bus, IOptions<LedgerOptions> options, TimeProvider time, ILogger<RetryRound> logger)
{
    /// <summary>Messages taken together.</summary>
    internal const int Page = 100;

    /// <summary>After this, what a Scheduler took that died is taken again.</summary>
    internal static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan TrimEvery = TimeSpan.FromMinutes(10);

    private DateTimeOffset _trimAt = DateTimeOffset.MinValue;

    /// <summary>Sends one page of what is due.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        if (now >= _trimAt)
        {
            await store.TrimAsync(now - options.Value.KeepEnded, cancellationToken);
            _trimAt = now + TrimEvery;
        }

        var due = await store.TakeDueAsync(now, Hold, Page, cancellationToken);
        await Task.WhenAll(due.Select(failure => SendAsync(failure, cancellationToken)));
        return due.Count == Page;
    }

    /// <summary>Makes everything due that was on its way when the last process ended, together with its queues.</summary>
    public Task TakeBackAsync(CancellationToken cancellationToken) => store.TakeBackSentAsync(time.GetStoredNow(), cancellationToken);

    // First sent, then marked: whoever dies in between leaves an entry that is sent once more, and consumers stand that.
    private async Task SendAsync(FailedMessage failure, CancellationToken cancellationToken)
    {
        try
        {
            await bus.SendBackAsync(failure, cancellationToken);
        }
        catch (MessageReturnedException)
        {
            await GiveUpAsync(failure, cancellationToken);
            return;
        }

        // When it has failed or gone well again meanwhile, that is the newer truth and stands.
        await store.UpdateAsync(Acted(failure, "sent", why: null) with { State = FailureState.Sent }, cancellationToken);
        logger.SentBack(failure.Stage, failure.Id, failure.Attempts);
    }

    private async Task GiveUpAsync(FailedMessage failure, CancellationToken cancellationToken)
    {
        var reason = $"The broker has no queue {failure.Queue} any more.";
        await ledger.ChangeAsync(
            failure.Id,
            stored => stored.Sequence == failure.Sequence
                ? Acted(stored, "died", reason) with { State = FailureState.Dead, Reason = reason, ByHand = false }
                : null,
            cancellationToken);
        logger.NoQueue(failure.Stage, failure.Id, failure.Queue);
    }

    private FailedMessage Acted(FailedMessage failure, string what, string? why)
        => failure.With(new() { At = time.GetStoredNow(), By = "scheduler", What = what, Why = why });
}
