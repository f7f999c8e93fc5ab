using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Contracts;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Moves a reprocess run on: counts the papers that are done, sends those that are due, takes the next ones in hand.</summary>
/// <remarks>
/// What papers had before is kept before the run is written, and the run is written before anything is sent. What is lost in
/// between, with the process or in a queue, is due again later; what is sent twice is done once, because a stage writes a
/// version only once. The run itself stays small, because it is written at every step.
/// </remarks>
internal sealed class ReprocessSteps(
    IReprocessStore store, IPaperStore papers, IBus bus, IOptions<SchedulerOptions> options, TimeProvider time, ILogger<ReprocessSteps> logger)
{
    /// <summary>Does what can be done now for a run that the caller has in hand.</summary>
    /// <returns>False when somebody else has changed the run; nothing was sent then.</returns>
    public async Task<bool> RunAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        var sending = new List<EnrichedPaper>();
        var next = await MoveAsync(run, sending, cancellationToken);
        if (next == run)
        {
            return true;
        }

        var taken = next.InFlight.Select(item => item.PaperId).Except(run.InFlight.Select(item => item.PaperId), StringComparer.Ordinal);
        await KeepAsync(run, sending, taken.ToHashSet(StringComparer.Ordinal), cancellationToken);
        if (!await store.UpdateAsync(next, cancellationToken))
        {
            return false;
        }

        await Task.WhenAll(sending.Select(paper => SendAsync(run, paper, cancellationToken)));
        await ForgetAsync(run, next, cancellationToken);
        if (next.HasEnded)
        {
            logger.ReprocessEnded(next.Id, next.Counts.Changed, next.Counts.Unchanged, next.Counts.Overtaken, next.Counts.Failed);
        }

        return true;
    }

    private Task KeepAsync(ReprocessRun run, List<EnrichedPaper> sending, HashSet<string> taken, CancellationToken cancellationToken)
        => store.KeepAsync(
            run.Id,
            [.. from paper in sending
                where taken.Contains(paper.Id)
                let digest = SectionDigest.Of(paper, run.Selection.Stage)
                where digest is not null
                select new KeptDigest(paper.Id, paper.Revision, digest)],
            cancellationToken);

    private Task ForgetAsync(ReprocessRun run, ReprocessRun next, CancellationToken cancellationToken)
    {
        var staying = next.InFlight.Select(item => item.PaperId).ToHashSet(StringComparer.Ordinal);
        return next.HasEnded
            ? store.ForgetEndedAsync(cancellationToken)
            : store.ForgetAsync(run.Id, [.. run.InFlight.Select(item => item.PaperId).Where(id => !staying.Contains(id))], cancellationToken);
    }

    private async Task<ReprocessRun> MoveAsync(ReprocessRun run, List<EnrichedPaper> sending, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var next = await SettleAsync(run with { StartedAt = run.StartedAt ?? now }, now, cancellationToken);
        next = await RetryAsync(next, now, sending, cancellationToken);
        next = await TakeAsync(next, now, sending, cancellationToken);
        return next is { AllTaken: true, InFlight.Count: 0 } ? next with { State = ReprocessState.Done, EndedAt = now } : next;
    }

    private async Task<ReprocessRun> SettleAsync(ReprocessRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (run.InFlight.Count == 0)
        {
            return run;
        }

        var stage = run.Selection.Stage;
        var stamps = (await store.ReadStampsAsync(stage, [.. run.InFlight.Select(item => item.PaperId)], cancellationToken))
            .ToDictionary(stamp => stamp.PaperId, StringComparer.Ordinal);
        var over = run.InFlight.Where(item => ReprocessPlan.IsOver(item, stamps.GetValueOrDefault(item.PaperId), run.Target)).ToList();
        if (over.Count == 0)
        {
            return run;
        }

        var papers = await ReadAsync(stage, over, cancellationToken);
        var kept = (await store.ReadKeptAsync(run.Id, [.. over.Select(item => item.PaperId)], cancellationToken))
            .ToDictionary(paper => (paper.PaperId, paper.Revision), paper => paper.Digest);
        foreach (var item in over)
        {
            run = ReprocessPlan.Settle(run, item, kept.GetValueOrDefault((item.PaperId, item.Revision)), papers.GetValueOrDefault(item.PaperId));
        }

        return run with { InFlight = [.. run.InFlight.Except(over)], ProgressAt = now };
    }

    private async Task<ReprocessRun> RetryAsync(
        ReprocessRun run, DateTimeOffset now, List<EnrichedPaper> sending, CancellationToken cancellationToken)
    {
        var due = run.InFlight.Where(item => item.DueAt <= now).ToHashSet();
        if (due.Count == 0)
        {
            return run;
        }

        var again = options.Value.RedispatchAfter;
        var failed = due.Where(item => ReprocessPlan.IsGivenUp(run, item, options.Value.ReprocessAttempts, again)).ToHashSet();
        due.ExceptWith(failed);
        sending.AddRange((await ReadAsync(run.Selection.Stage, due, cancellationToken)).Values);
        return failed.Aggregate(run, (counted, item) => ReprocessPlan.Fail(counted, item.PaperId)) with
        {
            InFlight = [.. run.InFlight.Where(item => !failed.Contains(item))
                .Select(item => due.Contains(item) ? item with { DueAt = now + again, Attempts = item.Attempts + 1 } : item)],
        };
    }

    // Only when half of them are over, so that papers are read in pages.
    private async Task<ReprocessRun> TakeAsync(
        ReprocessRun run, DateTimeOffset now, List<EnrichedPaper> sending, CancellationToken cancellationToken)
    {
        if (run.AllTaken || !HasRoom(run, options.Value.ReprocessInFlight))
        {
            return run;
        }

        // Fresh papers pass: their stages have less to do beside them.
        var most = await papers.CountPendingAsync(listingId: null, cancellationToken) > 0
            ? Math.Min(options.Value.ReprocessInFlightBusy, options.Value.ReprocessInFlight)
            : options.Value.ReprocessInFlight;
        if (!HasRoom(run, most))
        {
            return run;
        }

        var room = most - run.InFlight.Count;

        var next = await store.FindPapersAsync(run.Selection, run.Cursor, room, cancellationToken);
        foreach (var paper in next)
        {
            var before = run.InFlight.Count;
            run = ReprocessPlan.Take(run, paper, now + options.Value.RedispatchAfter);
            if (run.InFlight.Count > before)
            {
                sending.Add(paper);
            }
        }

        return next.Count < room ? ReprocessPlan.TakeNoMore(run) : run;
    }

    private static bool HasRoom(ReprocessRun run, int most) => most - run.InFlight.Count >= (most + 1) / 2;

    private async Task<Dictionary<string, EnrichedPaper>> ReadAsync(
        EnrichmentStage stage, IReadOnlyCollection<ReprocessItem> items, CancellationToken cancellationToken)
    {
        // Some may be found by an alias of another: those have another key and are left out.
        var ids = items.Select(item => item.PaperId).ToHashSet(StringComparer.Ordinal);
        var found = ids.Count == 0
            ? []
            : await store.FindPapersAsync(new() { Stage = stage, Ids = [.. ids] }, after: null, int.MaxValue, cancellationToken);
        return found.Where(paper => ids.Contains(paper.Id)).ToDictionary(paper => paper.Id, StringComparer.Ordinal);
    }

    private Task SendAsync(ReprocessRun run, EnrichedPaper paper, CancellationToken cancellationToken)
        => run.Selection.Stage == EnrichmentStage.Claims
            ? bus.PublishCommandAsync(
                new ExtractClaims { PaperId = paper.Id, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
                run.Id.ToString("D"), cancellationToken)
            : bus.PublishCommandAsync(
                new ClassifyTopics { PaperId = paper.Id, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
                run.Id.ToString("D"), cancellationToken);
}
