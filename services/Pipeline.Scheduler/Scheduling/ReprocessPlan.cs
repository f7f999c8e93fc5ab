using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>Decides how a reprocess run goes on, by what its papers had before and what is stored for them now.</summary>
/// <remarks>
/// No outcome is reported by a stage: a paper is done when its section is of the target version, or of another than before.
/// What is decided from the store is the same after any process has died and however often a message came.
/// </remarks>
public static class ReprocessPlan
{
    // Without any paper done since, the workers are down and the paper is not to blame.
    private const int PatienceWhileNothingMoves = 4;

    /// <summary>Whether a paper on its way is over.</summary>
    /// <param name="item">The paper.</param>
    /// <param name="stamp">How it stands now; null when it is gone.</param>
    /// <param name="target">The version that the stage is expected to have.</param>
    public static bool IsOver(ReprocessItem item, StageStamp? stamp, StageVersion target)
    {
        ArgumentNullException.ThrowIfNull(item);
        return stamp is null
            || stamp.Revision != item.Revision
            || (stamp.Current is { } version && (version == target || version.ToString() != item.Had));
    }

    /// <summary>Counts a paper that is over.</summary>
    /// <param name="run">The run.</param>
    /// <param name="item">The paper as it was sent.</param>
    /// <param name="before">What it had when it was sent; null for nothing.</param>
    /// <param name="paper">The paper as it is now; null when it is gone.</param>
    public static ReprocessRun Settle(ReprocessRun run, ReprocessItem item, SectionDigest? before, EnrichedPaper? paper)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(item);
        var counts = run.Counts;
        if (paper is null || paper.Revision != item.Revision)
        {
            return run with { Counts = counts with { Overtaken = counts.Overtaken + 1 } };
        }

        return Count(run, item.PaperId, EnrichmentDiff.Between(before, SectionDigest.Of(paper, run.Selection.Stage)));
    }

    /// <summary>Counts a paper by what the stage found otherwise.</summary>
    public static ReprocessRun Count(ReprocessRun run, string paperId, IReadOnlyList<ItemChange> changes)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(changes);
        var counts = run.Counts;
        return changes.Count == 0
            ? run with { Counts = counts with { Unchanged = counts.Unchanged + 1 } }
            : run with { Counts = counts with { Changed = counts.Changed + 1 }, Diff = run.Diff.With(paperId, changes) };
    }

    /// <summary>Counts a paper that is given up; the run goes on with the others.</summary>
    public static ReprocessRun Fail(ReprocessRun run, string paperId)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run with
        {
            Counts = run.Counts with { Failed = run.Counts.Failed + 1 },
            FailedIds = run.FailedIds.Count < ReprocessRun.MaxFailedIds ? [.. run.FailedIds, paperId] : run.FailedIds,
        };
    }

    /// <summary>Takes a paper in hand; one that the target version has done at this revision is unchanged without being sent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="dueAt">When it is sent again, unless it is done by then.</param>
    public static ReprocessRun Take(ReprocessRun run, EnrichedPaper paper, DateTimeOffset dueAt)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(paper);
        var before = SectionDigest.Of(paper, run.Selection.Stage);
        if (before?.Version == run.Target)
        {
            return Count(run, paper.Id, []) with { Cursor = paper.Id };
        }

        var item = new ReprocessItem { PaperId = paper.Id, Revision = paper.Revision, Had = before?.Version.ToString(), DueAt = dueAt, Attempts = 1 };
        return run with { Cursor = paper.Id, InFlight = [.. run.InFlight, item] };
    }

    /// <summary>Notes that all papers are taken, and how many they were: a selection may find more or fewer than at the beginning.</summary>
    public static ReprocessRun TakeNoMore(ReprocessRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run with { AllTaken = true, Counts = run.Counts with { Total = run.Counts.Done + run.InFlight.Count } };
    }

    /// <summary>Whether a paper that is due is given up.</summary>
    /// <param name="run">The run.</param>
    /// <param name="item">The paper.</param>
    /// <param name="attempts">How often a paper is sent, from 1.</param>
    /// <param name="again">Time between two times.</param>
    public static bool IsGivenUp(ReprocessRun run, ReprocessItem item, int attempts, TimeSpan again)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(item);
        var moves = run.ProgressAt >= item.DueAt - again;
        return item.Attempts >= (moves ? attempts : attempts * PatienceWhileNothingMoves);
    }
}
