using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.TopicClassifier;

/// <summary>Finds the topics of each paper that is new or changed, in batches.</summary>
internal sealed class ClassifyTopicsConsumer(TopicsEnrichment enrichment, ILogger<ClassifyTopicsConsumer> logger)
    : IConsumer<Batch<PaperParsed>>
{
    public Task Consume(ConsumeContext<Batch<PaperParsed>> context)
        => context.EnrichAsync(paper => new PaperContent(paper.PaperId, paper.Revision, paper.Title, paper.Abstract), enrichment, logger);
}
