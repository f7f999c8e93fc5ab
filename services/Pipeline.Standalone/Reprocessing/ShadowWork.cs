using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Scheduler;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Standalone.Reprocessing;

/// <summary>Works off a run that only compares, in this process: nothing but the run itself is written.</summary>
internal sealed class ShadowWork(IReprocessStore store, StageResults results, IOptions<SchedulerOptions> options, TimeProvider time)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Guid _me = NewId.NextGuid();

    /// <summary>Compares paper by paper until the run ends, or somebody stops it.</summary>
    /// <returns>The run as it stands then.</returns>
    public async Task<ReprocessRun> RunAsync(ReprocessRun run, Action<ReprocessRun> report, CancellationToken cancellationToken)
    {
        try
        {
            while (run.State == ReprocessState.Running)
            {
                if (await store.TakeAsync(run.Id, _me, options.Value.ReprocessHold, cancellationToken) is { } mine)
                {
                    await StepAsync(mine, cancellationToken);
                }
                else
                {
                    // Paused, or in the hands of another process.
                    await Task.Delay(Pause, time, cancellationToken);
                }

                run = await store.FindAsync(run.Id, cancellationToken) ?? run;
                report(run);
            }

            return run;
        }
        finally
        {
            await store.ReleaseAsync(run.Id, _me, CancellationToken.None);
        }
    }

    /// <summary>Measures how fast the stage goes over the first papers of a selection, without what reading and writing take.</summary>
    /// <returns>Papers a second; null without a paper.</returns>
    public async Task<double?> MeasureAsync(PaperSelection selection, CancellationToken cancellationToken)
    {
        var papers = await store.FindPapersAsync(selection, after: null, PageSize, cancellationToken);
        if (papers.Count == 0)
        {
            return null;
        }

        // The first paper pays for what is compiled and loaded once.
        results.Of(papers[0], selection.Stage);
        var began = time.GetTimestamp();
        foreach (var paper in papers)
        {
            results.Of(paper, selection.Stage);
        }

        return papers.Count / Math.Max(time.GetElapsedTime(began).TotalSeconds, 1e-6);
    }

    private async Task StepAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var papers = await store.FindPapersAsync(run.Selection, run.Cursor, PageSize, cancellationToken);
        var next = run with { StartedAt = run.StartedAt ?? now, ProgressAt = now };
        foreach (var paper in papers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            next = Compare(next, paper) with { Cursor = paper.Id };
        }

        await store.UpdateAsync(
            papers.Count < PageSize ? ReprocessPlan.TakeNoMore(next) with { State = ReprocessState.Done, EndedAt = now } : next, cancellationToken);
    }

    // One paper that the stage cannot do must not stop the others.
    private ReprocessRun Compare(ReprocessRun run, EnrichedPaper paper)
    {
        var stage = run.Selection.Stage;
        try
        {
            return ReprocessPlan.Count(run, paper.Id, EnrichmentDiff.Between(SectionDigest.Of(paper, stage), results.Of(paper, stage)));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ReprocessPlan.Fail(run, paper.Id);
        }
    }
}
