using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.TopicClassifier;

/// <summary>Finds the topics of papers again on demand, in batches.</summary>
internal sealed class ReclassifyTopicsConsumer(TopicsEnrichment enrichment, ILogger<ReclassifyTopicsConsumer> logger)
    : IConsumer<Batch<ClassifyTopics>>
{
    public Task Consume(ConsumeContext<Batch<ClassifyTopics>> context)
        => context.EnrichAsync(paper => new PaperContent(paper.PaperId, paper.Revision, paper.Title, paper.Abstract), enrichment, logger);
}
