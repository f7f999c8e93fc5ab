using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A stage as thin as the real ones are.</summary>
internal sealed class ExtractClaimsConsumer(FakeEnrichment enrichment, ILogger<ExtractClaimsConsumer> logger)
    : IConsumer<Batch<PaperParsed>>
{
    public Task Consume(ConsumeContext<Batch<PaperParsed>> context)
        => context.EnrichAsync(paper => new PaperContent(paper.PaperId, paper.Revision, paper.Title, paper.Abstract), enrichment, logger);
}

/// <summary>Pace of the stage. Section <c>Stage</c>.</summary>
internal sealed class ExtractClaimsOptions : BatchQueueOptions;

[OptionsValidator]
internal sealed partial class ExtractClaimsOptionsValidator : IValidateOptions<ExtractClaimsOptions>;
