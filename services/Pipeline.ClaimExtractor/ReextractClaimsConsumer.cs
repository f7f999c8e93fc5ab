using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.ClaimExtractor;

/// <summary>Finds the claims of papers again on demand, in batches.</summary>
internal sealed class ReextractClaimsConsumer(ClaimsEnrichment enrichment, ILogger<ReextractClaimsConsumer> logger)
    : IConsumer<Batch<ExtractClaims>>
{
    public Task Consume(ConsumeContext<Batch<ExtractClaims>> context)
        => context.EnrichAsync(paper => new PaperContent(paper.PaperId, paper.Revision, paper.Title, paper.Abstract), enrichment, logger);
}
