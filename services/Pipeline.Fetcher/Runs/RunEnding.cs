using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Runs;

/// <summary>How a delivery leaves its run.</summary>
internal sealed class RunEnding(ISourceStore sources, IOptions<FetcherOptions> options, TimeProvider time, ILogger<RunEnding> logger)
{
    private const int MaxReason = 500;

    /// <summary>The run after a step.</summary>
    public static FetchRun Advance(FetchRun run, Step step) => run with
    {
        Cursor = step.Cursor,
        Pages = run.Pages + step.Pages,
        Unchanged = run.Unchanged + step.Unchanged,
        Failures = 0,
        Reason = null,
    };

    /// <summary>Everything was asked for.</summary>
    public async Task CompleteAsync(RunLease lease, Step last, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        if (await lease.ReleaseAsync(run => Advance(run, last) with { State = RunState.Done, HeldUntil = null, EndedAt = now }, cancellationToken))
        {
            logger.RunDone(lease.Run.SourceId, lease.Run.Pages, lease.Run.Unchanged);
        }
    }

    /// <summary>The run cannot go on now, or ever.</summary>
    public Task InterruptAsync(RunLease lease, SourceDefinition source, FetchException trouble, CancellationToken cancellationToken)
    {
        var failures = lease.Run.Failures + 1;
        return trouble.Fault switch
        {
            FetchFault.Throttled => WaitAsync(lease, trouble.Message, trouble.Wait ?? TimeSpan.Zero, lease.Run.Failures, cancellationToken),
            FetchFault.Transient when failures < options.Value.FailureLimit
                => WaitAsync(lease, trouble.Message, RunDelay.After(failures, trouble.Wait), failures, cancellationToken),
            FetchFault.Transient => FailAsync(lease, source, $"{trouble.Message}; given up after {failures} deliveries", cancellationToken),
            _ => FailAsync(lease, source, trouble.Message, cancellationToken),
        };
    }

    /// <summary>Gives the run up: the days it did not answer are marked with the reason.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="source">Its source; null when there is none.</param>
    /// <param name="reason">Why; one line.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task FailAsync(RunLease lease, SourceDefinition? source, string reason, CancellationToken cancellationToken)
    {
        var line = Line(reason);
        if (source is not null)
        {
            await MarkAsync(lease.Run, source, line, cancellationToken);
        }

        var now = time.GetStoredNow();
        if (await lease.ReleaseAsync(run => run with { State = RunState.Failed, HeldUntil = null, Failures = run.Failures + 1, Reason = line, EndedAt = now }, cancellationToken))
        {
            logger.RunFailed(lease.Run.SourceId, line);
        }
    }

    private static string Line(string reason) => FirstWords.Line(reason, MaxReason);

    private async Task WaitAsync(RunLease lease, string reason, TimeSpan wait, int failures, CancellationToken cancellationToken)
    {
        var line = Line(reason);
        var due = Timestamps.ToStored(time.GetUtcNow() + RunDelay.Spread(wait, lease.Run.Id));
        if (await lease.ReleaseAsync(run => run with { State = RunState.Waiting, DueAt = due, HeldUntil = due, Failures = failures, Reason = line }, cancellationToken))
        {
            logger.RunWaits(lease.Run.SourceId, due, line);
        }
    }

    private async Task MarkAsync(FetchRun run, SourceDefinition source, string reason, CancellationToken cancellationToken)
    {
        if (source.Kind is null or SourceKind.Directory || !TimeZoneInfo.TryFindSystemTimeZoneById(source.TimeZone, out var zone))
        {
            return;
        }

        var now = time.GetStoredNow();
        var first = run.From ?? SourceDays.At(now, zone);
        var last = run.To ?? first;
        var answered = (await sources.ListAnswersAsync(source.Id, first, last, cancellationToken))
            .Where(answer => answer.RunId == run.Id)
            .Select(answer => answer.Day)
            .ToHashSet();
        var missing = SourceDays.Between(first, last).Where(day => !answered.Contains(day)).Select(day => new DayAnswer
        {
            SourceId = source.Id,
            Day = day,
            RunId = run.Id,
            At = now,
            Complete = false,
            Note = reason,
        });
        await sources.SaveAnswersAsync([.. missing], cancellationToken);
    }
}
