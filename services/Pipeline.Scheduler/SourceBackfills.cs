using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Backfills that a person asks for; whoever runs the Scheduler's steps works them off.</summary>
public sealed class SourceBackfills(IFetchRunStore runs, CoverageReader coverage, IOptions<SchedulerOptions> options, TimeProvider time)
{
    private const int History = 200;

    /// <summary>
    /// Asks for the past of a source. The same request goes on with the same backfill: where it stopped when it has not
    /// ended or was cancelled, from the first day when it is done.
    /// </summary>
    /// <param name="source">A source that is asked by day.</param>
    /// <param name="window">The days.</param>
    /// <param name="again">Whether to ask for covered days, too.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ArgumentException">The source cannot be asked by day.</exception>
    public async Task<Backfill> RequestAsync(SourceDefinition source, DayWindow window, bool again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(window);
        if (!source.IsAskedByDay)
        {
            throw new ArgumentException("The source cannot be asked by day.", nameof(source));
        }

        var id = RunIds.Backfill(source.Id, window.From, window.To);
        while (true)
        {
            if (await runs.FindBackfillAsync(id, cancellationToken) is not { } stored)
            {
                await runs.TryCreateAsync(Begin(id, source, window, again), cancellationToken);
                continue;
            }

            var wanted = Continue(stored, again);
            if (wanted == stored || await runs.UpdateAsync(wanted, cancellationToken))
            {
                return wanted;
            }
        }
    }

    /// <summary>Stops a backfill; its run under way still ends.</summary>
    /// <returns>False when there is none, or it has ended.</returns>
    public async Task<bool> CancelAsync(string sourceId, DayWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        while (await runs.FindBackfillAsync(RunIds.Backfill(sourceId, window.From, window.To), cancellationToken) is { State: BackfillState.Running } stored)
        {
            if (await runs.UpdateAsync(stored with { State = BackfillState.Cancelled, EndedAt = time.GetStoredNow() }, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says what a backfill would ask of its source.</summary>
    public async Task<BackfillEstimate> EstimateAsync(SourceDefinition source, DayWindow window, bool again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(window);
        var days = await coverage.ReadAsync(source, window.From, window.To, cancellationToken);
        var history = await runs.ListAsync(source.Id, cause: null, after: null, History, cancellationToken);
        return BackfillEstimate.Of(source, days, again, BackfillPlan.DaysInARun(source, options.Value.BackfillDays), history);
    }

    private Backfill Begin(Guid id, SourceDefinition source, DayWindow window, bool again) => new()
    {
        Id = id,
        SourceId = source.Id,
        From = window.From,
        To = window.To,
        Next = window.From,
        Again = again,
        CreatedAt = time.GetStoredNow(),
    };

    private static Backfill Continue(Backfill stored, bool again)
    {
        var more = again && !stored.Again;
        return stored.State switch
        {
            BackfillState.Running when !more => stored,
            BackfillState.Cancelled when !more => stored with { State = BackfillState.Running, EndedAt = null },
            _ => stored with
            {
                State = BackfillState.Running,
                Round = stored.Round + 1,
                Next = stored.From,
                RunId = null,
                Failed = 0,
                EndedAt = null,
                Again = again,
            },
        };
    }
}
