using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Decide, save, publish, for a batch of papers; the batch is acknowledged when this returns.</summary>
public static partial class EnrichmentBatch
{
    /// <summary>
    /// Enriches a batch. Each paper fares alone: one that was overtaken, refused or cannot be done at all does not hold up the others.
    /// Repeating a batch rewrites nothing and publishes the same events with the same ids.
    /// </summary>
    /// <exception cref="BatchFailedException">Some papers cannot be done, each for a reason of its own; the others are done.</exception>
    public static async Task EnrichAsync<TMessage, TSection>(
        this ConsumeContext<Batch<TMessage>> context,
        Func<TMessage, PaperContent> content,
        IEnrichment<TSection> enrichment,
        ILogger logger)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(enrichment);

        // Tried again together first: most of what goes wrong is over by then.
        Func<IReadOnlyList<ConsumeContext<TMessage>>, Task> enrich = messages => EnrichAsync(context, messages, content, enrichment, logger);
        await (context.GetRetryAttempt() == 0 ? enrich([.. context.Message]) : context.EachAloneAsync(enrich));
    }

    private static async Task EnrichAsync<TMessage, TSection>(
        ConsumeContext context,
        IReadOnlyList<ConsumeContext<TMessage>> messages,
        Func<TMessage, PaperContent> content,
        IEnrichment<TSection> enrichment,
        ILogger logger)
        where TMessage : class
    {
        var retries = context.GetRetryAttempt();
        var works = messages.Select(message => Enrich(message, retries, content, enrichment)).ToList();
        try
        {
            var outcomes = await enrichment.SaveAsync([.. works.Select(work => work.Write)], context.CancellationToken);

            // In flight together: waiting for each confirm in turn would take a round trip a message.
            await Task.WhenAll(works.Zip(outcomes, (work, outcome) => FinishAsync(context, enrichment, work, outcome, logger)));
        }
        finally
        {
            foreach (var work in works.Where(work => work.Span is { IsStopped: false }))
            {
                work.Span.End("failed", failed: true);
            }
        }
    }

    private static Work<TSection> Enrich<TMessage, TSection>(
        ConsumeContext<TMessage> message, int batchRetries, Func<TMessage, PaperContent> content, IEnrichment<TSection> enrichment)
        where TMessage : class
    {
        var span = PipelineSpans.StartFor(message, enrichment.Stage);
        var start = Stopwatch.GetTimestamp();
        var write = enrichment.Enrich(content(message.Message));
        var elapsed = Stopwatch.GetElapsedTime(start);
        PipelineMeter.RecordStage(enrichment.Stage, elapsed);
        span?.SetTag("paper.id", write.PaperId);
        var attempt = message.Attempt() with { Milliseconds = Math.Round(elapsed.TotalMilliseconds, 3) };

        // It is the batch that is tried again, and its messages do not know.
        attempt = attempt with { Number = attempt.Number + batchRetries };
        return new(write with { Attempt = span is null ? attempt : attempt with { TraceId = span.TraceId.ToHexString() } }, span);
    }

    // What is published and logged for a paper belongs to its trace, not to that of whatever came in the same batch.
    private static async Task FinishAsync<TSection>(
        ConsumeContext context, IEnrichment<TSection> enrichment, Work<TSection> work, SectionOutcome outcome, ILogger logger)
    {
        if (work.Span is { } span)
        {
            Activity.Current = span;
        }

        await PublishAsync(context, enrichment, work.Write, outcome, logger);
        PipelineMeter.CountPapers(enrichment.Stage, Word(outcome.State));
        if (outcome.Finished is { } finished)
        {
            PipelineMeter.RecordEnriched(finished.PublishedAt, enrichment.At(work.Write.Section));
        }

        work.Span.End(Word(outcome.State), failed: outcome.State == SectionState.Refused);
    }

    private static string Word(SectionState state) => state switch
    {
        SectionState.Saved => "saved",
        SectionState.Superseded => "superseded",
        _ => "refused",
    };

    private static async Task PublishAsync<TSection>(
        ConsumeContext context, IEnrichment<TSection> enrichment, SectionWrite<TSection> write, SectionOutcome outcome, ILogger logger)
    {
        switch (outcome.State)
        {
            case SectionState.Superseded:
                LogSuperseded(logger, write.PaperId);
                return;
            case SectionState.Refused:
                LogRefused(logger, write.PaperId, outcome.Reason ?? "no reason given");
                return;
            default:
                await enrichment.AnnounceAsync(context, write, context.CancellationToken);
                if (outcome.Completed is { } completion)
                {
                    await context.PublishPaperEnrichedAsync(write.PaperId, completion, context.CancellationToken);
                }

                return;
        }
    }

    private readonly record struct Work<TSection>(SectionWrite<TSection> Write, Activity? Span);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Dropped a section of {PaperId}: the paper has moved to another revision")]
    private static partial void LogSuperseded(ILogger logger, string paperId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store refused a section of {PaperId}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string paperId, string reason);
}
