using MassTransit;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Scheduler;

/// <summary>Reprocess runs that a person asks for and steers; whoever runs the Scheduler's services works them off.</summary>
public sealed class ReprocessRuns(IReprocessStore store, TimeProvider time)
{
    /// <summary>Asks for a run. A second one over the same papers does no harm: what the first has done is unchanged for it.</summary>
    /// <param name="selection">Which papers, and the stage.</param>
    /// <param name="target">The version that the stage is expected to have.</param>
    /// <param name="shadow">Whether results are compared and not written.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <param name="id">Id of the run, for one that may be asked for again; null gives it a new one.</param>
    /// <returns>The run; as it stands, when there was one with this id.</returns>
    public async Task<ReprocessRun> StartAsync(
        PaperSelection selection, StageVersion target, bool shadow, CancellationToken cancellationToken, Guid? id = null)
    {
        if (id is { } known && await store.FindAsync(known, cancellationToken) is { } stored)
        {
            return stored;
        }

        var run = new ReprocessRun
        {
            Id = id ?? NewId.NextGuid(),
            Selection = selection,
            Target = target,
            Shadow = shadow,
            CreatedAt = time.GetStoredNow(),
            Counts = new() { Total = await store.CountPapersAsync(selection, cancellationToken) },
        };
        var created = await store.TryCreateAsync(run, cancellationToken);
        await store.ForgetEndedAsync(cancellationToken);

        // Somebody asked for the same in between.
        return created ? run : await store.FindAsync(run.Id, cancellationToken) ?? run;
    }

    /// <summary>Stops a run for a while.</summary>
    /// <returns>The run as it stands; null when there is none.</returns>
    public Task<ReprocessRun?> PauseAsync(Guid id, CancellationToken cancellationToken)
        => ChangeAsync(id, run => run.State == ReprocessState.Running ? run with { State = ReprocessState.Paused } : run, cancellationToken);

    /// <summary>Lets a paused run go on.</summary>
    /// <returns>The run as it stands; null when there is none.</returns>
    public Task<ReprocessRun?> ResumeAsync(Guid id, CancellationToken cancellationToken)
        => ChangeAsync(id, run => run.State == ReprocessState.Paused ? run with { State = ReprocessState.Running } : run, cancellationToken);

    /// <summary>Stops a run for good.</summary>
    /// <returns>The run as it stands; null when there is none.</returns>
    public async Task<ReprocessRun?> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await ChangeAsync(
            id, run => run.HasEnded ? run : run with { State = ReprocessState.Cancelled, EndedAt = time.GetStoredNow() }, cancellationToken);
        await store.ForgetEndedAsync(cancellationToken);
        return run;
    }

    // A worker may move the run on in between; then what it made of it is changed.
    private async Task<ReprocessRun?> ChangeAsync(Guid id, Func<ReprocessRun, ReprocessRun> change, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(id, cancellationToken) is { } stored)
        {
            var wanted = change(stored);
            if (wanted == stored || await store.UpdateAsync(wanted, cancellationToken))
            {
                return wanted;
            }
        }

        return null;
    }
}
