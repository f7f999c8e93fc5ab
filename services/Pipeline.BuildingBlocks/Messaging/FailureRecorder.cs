using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Writes failures to the store before their messages are acknowledged, and does not give up while the store is away.</summary>
/// <remarks>
/// A message whose failure cannot be written stays unacknowledged: nothing is lost, and prefetch bounds how many wait here.
/// Their queue goes on at most five seconds, and what the store's own time-outs add, after the store has come back.
/// </remarks>
internal sealed partial class FailureRecorder(
    FailureLedger ledger, IFailureStore store, TimeProvider time, ILogger<FailureRecorder> logger,
    ITimelineStore? timelines = null, IHostApplicationLifetime? lifetime = null)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>What an exception says about a message.</summary>
    public FailureVerdict Judge(Exception exception) => FailureVerdict.Of(exception, store.IsUnreachable);

    /// <summary>Writes a failure.</summary>
    /// <param name="failed">The message.</param>
    /// <param name="retryAfter">How long somebody asked to wait; null when nobody did.</param>
    /// <param name="stop">Stops the wait, as the end of the process does: the message then goes back to its queue.</param>
    public async Task RecordAsync(FailedMessage failed, TimeSpan? retryAfter, CancellationToken stop)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime?.ApplicationStopping ?? CancellationToken.None);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var entry = await ledger.RecordAsync(failed, retryAfter, stopping.Token);
                Tell(entry);
                await TellPaperAsync(entry, stop);
                return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // Whatever it is, the message must not be acknowledged without a trace. The store does not tell when it is back: asked again, ever more slowly.
                LogHeld(logger, e, failed.Stage);
                await Task.Delay(pause, time, stopping.Token);
            }
        }
    }

    /// <summary>Writes that a message went well that had failed before.</summary>
    public Task SucceededAsync(Guid id, ReceiveContext context)
        => ledger.SucceededAsync(id, ReceivedFailure.QueueOf(context), context.CancellationToken);

    // The failure itself is written: its paper's timeline must not make it count twice. The end of the process, which waits
    // for messages in hand, does not cut it short.
    private async Task TellPaperAsync(FailedMessage entry, CancellationToken stop)
    {
        if (timelines is null || entry.PaperId is not { } paperId)
        {
            return;
        }

        try
        {
            await timelines.AppendAsync([new(paperId, PaperTimeline.Failed(entry))], stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogUntold(logger, e, entry.Stage, paperId);
        }
    }

    private void Tell(FailedMessage entry)
    {
        PipelineMeter.CountFailure(entry.Stage, entry.State == FailureState.Dead);
        if (entry.State == FailureState.Dead)
        {
            LogDead(logger, entry.Stage, entry.Id, entry.Type, entry.PaperId, entry.Reason);
        }
        else
        {
            LogWaits(logger, entry.Stage, entry.Id, entry.DueAt, entry.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Stage}: the timeline of {PaperId} lacks this failure, which is kept all the same")]
    private static partial void LogUntold(ILogger logger, Exception exception, string stage, string paperId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Stage}: the store takes no failure, its message is held until it does")]
    private static partial void LogHeld(ILogger logger, Exception exception, string stage);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Stage}: dead letter {Failure}, {Type} of {PaperId}: {Reason}")]
    private static partial void LogDead(ILogger logger, string stage, Guid failure, string? type, string? paperId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Stage}: failed, and is tried again as {Failure} at {DueAt:u}: {Reason}")]
    private static partial void LogWaits(ILogger logger, string stage, Guid failure, DateTimeOffset dueAt, string reason);
}
