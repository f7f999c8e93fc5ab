using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;

namespace Pipeline.Scheduler;

/// <summary>
/// Hands due runs to the Fetcher. A run stays due later until the Fetcher has ended it, so that one whose message or
/// Fetcher was lost is dispatched again.
/// </summary>
internal sealed class RunDispatch(
    SourceCatalogue catalogue,
    ISourceStore sources,
    IFetchRunStore runs,
    IPaperStore papers,
    IBus bus,
    IOptions<SchedulerOptions> options,
    TimeProvider time,
    ILogger<RunDispatch> logger) : IScheduledStep
{
    private const int Batch = 50;
    private bool _held;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsHeldAsync(cancellationToken))
        {
            return;
        }

        var paused = await sources.ListPausedAsync(cancellationToken);
        while (true)
        {
            var taken = await runs.TakeDueAsync(time.GetStoredNow(), options.Value.RedispatchAfter, Batch, cancellationToken);
            foreach (var run in taken.Where(run => !paused.ContainsKey(run.SourceId)))
            {
                await DispatchAsync(run, cancellationToken);
            }

            if (taken.Count < Batch)
            {
                return;
            }
        }
    }

    private async Task DispatchAsync(FetchRun run, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(run.SourceId, cancellationToken) is null)
        {
            const string Gone = "the source was removed";
            await runs.UpdateAsync(run with { State = RunState.Failed, Reason = Gone, EndedAt = time.GetStoredNow() }, cancellationToken);
            return;
        }

        await bus.PublishCommandAsync(ToMessage(run), cancellationToken);
        logger.Dispatched(run.SourceId, run.Id);
    }

    /// <summary>The message that hands a run to the Fetcher.</summary>
    internal static FetchSource ToMessage(FetchRun run) => new() { RunId = run.Id, SourceId = run.SourceId, From = run.From, To = run.To };

    private async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        var pending = await papers.CountPendingAsync(listingId: null, cancellationToken);
        var held = pending > options.Value.MaxPending;
        if (held && !_held)
        {
            logger.Held(pending, options.Value.MaxPending);
        }
        else if (_held && !held)
        {
            logger.Released(pending);
        }

        return _held = held;
    }
}
