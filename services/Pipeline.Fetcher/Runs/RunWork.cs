using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Fetching;
using Pipeline.Fetcher.Http;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Runs;

/// <summary>Works on a run for one delivery: goes on where the last one ended, and leaves it done, failed or waiting.</summary>
internal sealed class RunWork(
    IFetchRunStore runs, SourceCatalogue catalogue, ISourceStore sources, IEnumerable<ISourceReader> readers, AnswerIntake intake,
    RunEnding ending, IOptions<FetcherOptions> options, TimeProvider time, ILogger<RunWork> logger)
{
    // More than any harvest has; a source that pages round in circles ends here.
    private const int MostPages = 50_000;

    /// <summary>Works on the run that a message names.</summary>
    public async Task WorkAsync(FetchSource message, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var run = await FindOrCreateAsync(message, cancellationToken);
        await using var lease = await RunLease.TakeAsync(runs, run, time, logger, cancellationToken);
        if (lease is null)
        {
            logger.RunLeft(run.Id, run.SourceId);
            return;
        }

        var source = await catalogue.FindAsync(run.SourceId, cancellationToken);
        if (Fault(source, run.SourceId) is { } fault)
        {
            await ending.FailAsync(lease, source, fault, cancellationToken);
            return;
        }

        try
        {
            await WorkAsync(lease, new(source!, run, bus, intake, time), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await ending.InterruptAsync(lease, source!, SourcePipelines.Explain(e) ?? Unexpected(e, run), cancellationToken);
        }
    }

    private async Task WorkAsync(RunLease lease, SourceVisit visit, CancellationToken cancellationToken)
    {
        var reader = readers.Single(candidate => candidate.Reads(visit.Source.Kind!.Value));
        var stop = time.GetUtcNow() + options.Value.WorkTime;
        while (true)
        {
            var step = Checked(await reader.StepAsync(visit, lease.Run.Cursor, cancellationToken), lease.Run);
            if (step.Answers.Count > 0)
            {
                await sources.SaveAnswersAsync(step.Answers, cancellationToken);
            }

            if (step.Cursor is null)
            {
                await ending.CompleteAsync(lease, step, cancellationToken);
                return;
            }

            // Ended by somebody else, or to be gone on with in another delivery: the broker gives up on one that takes too long.
            if (!await lease.UpdateAsync(run => RunEnding.Advance(run, step), cancellationToken))
            {
                return;
            }

            if (time.GetUtcNow() >= stop)
            {
                await lease.ReleaseAsync(run => run with { State = RunState.Waiting, DueAt = time.GetStoredNow(), HeldUntil = null }, cancellationToken);
                return;
            }
        }
    }

    // Whatever a source does, its run comes to an end.
    private static Step Checked(Step step, FetchRun run)
        => step.Cursor is not null && step.Cursor == run.Cursor
            ? throw FetchException.Transient("the source gave an answer that leads to the same question again")
            : run.Pages + step.Pages > MostPages
                ? throw FetchException.Permanent($"the source gave more than {MostPages} answers in one run; ask for fewer days at a time")
                : step;

    // Archive and store may be away for a while, and an answer may break a reader: the run waits longer each time, and ends.
    private FetchException Unexpected(Exception trouble, FetchRun run)
    {
        logger.StepFailed(trouble, run.SourceId);
        return FetchException.Transient($"the answer could not be taken in: {trouble.Message}", trouble);
    }

    private async Task<FetchRun> FindOrCreateAsync(FetchSource message, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(message.RunId, cancellationToken) is { } known)
        {
            return known;
        }

        var now = time.GetStoredNow();
        var run = new FetchRun
        {
            Id = message.RunId,
            SourceId = message.SourceId,
            Cause = RunCause.Manual,
            From = message.From,
            To = message.To,
            CreatedAt = now,
            DueAt = now,
        };
        return await runs.TryCreateAsync(run, cancellationToken) ? run : (await runs.FindAsync(run.Id, cancellationToken))!;
    }

    private static string? Fault(SourceDefinition? source, string id)
        => source is null
            ? $"there is no source {id}; see: sources list"
            : SourceRules.Check(source).FirstOrDefault() is { } fault ? $"source {id} is not usable: {fault}" : null;
}
