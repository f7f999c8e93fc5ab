using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Decide, save, publish, for a batch of papers; the batch is acknowledged when this returns.</summary>
public static partial class EnrichmentBatch
{
    /// <summary>
    /// Enriches a batch. Each paper fares alone: one that was overtaken or refused does not hold up the others.
    /// Repeating a batch rewrites nothing and publishes the same events with the same ids.
    /// </summary>
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

        var writes = context.Message.Select(message => Enrich(message, content, enrichment)).ToList();
        var outcomes = await enrichment.SaveAsync(writes, context.CancellationToken);

        // In flight together: waiting for each confirm in turn would take a round trip a message.
        await Task.WhenAll(writes.Zip(outcomes, (write, outcome) => PublishAsync(context, enrichment, write, outcome, logger)));
    }

    private static SectionWrite<TSection> Enrich<TMessage, TSection>(
        ConsumeContext<TMessage> message, Func<TMessage, PaperContent> content, IEnrichment<TSection> enrichment)
        where TMessage : class
    {
        var start = Stopwatch.GetTimestamp();
        var write = enrichment.Enrich(content(message.Message));
        var elapsed = Stopwatch.GetElapsedTime(start);
        return write with { Attempt = message.Attempt() with { Milliseconds = Math.Round(elapsed.TotalMilliseconds, 3) } };
    }

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

    [LoggerMessage(Level = LogLevel.Debug, Message = "Dropped a section of {PaperId}: the paper has moved to another revision")]
    private static partial void LogSuperseded(ILogger logger, string paperId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store refused a section of {PaperId}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string paperId, string reason);
}
