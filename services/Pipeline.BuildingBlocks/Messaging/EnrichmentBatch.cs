using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;

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
        var writes = messages.Select(message => enrichment.Enrich(content(message.Message))).ToList();
        var outcomes = await enrichment.SaveAsync(writes, context.CancellationToken);

        // In flight together: waiting for each confirm in turn would take a round trip a message.
        await Task.WhenAll(writes.Zip(outcomes, (write, outcome) => PublishAsync(context, enrichment, write, outcome, logger)));
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
