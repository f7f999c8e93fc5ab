using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Http;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Runs;

/// <summary>Works on a run for one delivery: goes on where the last one ended, and leaves it done, failed or waiting.</summary>
internal sealed class RunWork(
    IFetchRunStore runs, SourceCatalogue catalogue, ISourceStore sources, IEnumerable<ISourceReader> readers, AnswerIntake intake,
    RunEnding ending, IOptions<FetcherOptions> options, TimeProvider time, ILogger<RunWork> logger)
{
    /// <summary>Works on the run that a message names.</summary>
    public async Task WorkAsync(FetchSource message, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var run = await FindOrCreateAsync(message, cancellationToken);
        await using var lease = run.HasEnded ? null : await RunLease.TakeAsync(runs, run, time, logger, cancellationToken);
        if (lease is null)
        {
            logger.RunOver(run.Id, run.SourceId);
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
        catch (Exception e) when (SourcePipelines.Explain(e) is { } explained)
        {
            await ending.InterruptAsync(lease, source!, explained, cancellationToken);
        }
    }

    private async Task WorkAsync(RunLease lease, SourceVisit visit, CancellationToken cancellationToken)
    {
        var reader = readers.Single(candidate => candidate.Reads(visit.Source.Kind!.Value));
        var stop = time.GetUtcNow() + options.Value.WorkTime;
        while (true)
        {
            var step = await reader.StepAsync(visit, lease.Run.Cursor, cancellationToken);
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
                await lease.ReleaseAsync(run => run with { State = RunState.Waiting, DueAt = time.GetStoredNow() }, cancellationToken);
                return;
            }
        }
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
