using MassTransit;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Contracts;

namespace Pipeline.ClaimExtractor;

/// <summary>The claim stage between messages and store.</summary>
internal sealed class ClaimsEnrichment(ClaimAnalyzer analyzer, IPaperStore store, TimeProvider time) : IEnrichment<ClaimsSection>
{
    public string Stage => StageNames.Claims;

    public SectionWrite<ClaimsSection> Enrich(PaperContent paper) => new(
        paper.PaperId,
        new ClaimsSection
        {
            Revision = paper.Revision,
            Version = ClaimAnalyzer.Version,
            At = time.GetStoredNow(),
            Analysis = analyzer.Analyze(paper.PaperId, paper.Title, paper.Abstract),
        });

    public DateTimeOffset At(ClaimsSection section) => section.At;

    public Task<IReadOnlyList<SectionOutcome>> SaveAsync(IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => store.SaveClaimsAsync(writes, cancellationToken);

    public Task AnnounceAsync(IPublishEndpoint bus, SectionWrite<ClaimsSection> write, CancellationToken cancellationToken)
        => bus.PublishClaimsExtractedAsync(
            new ClaimsExtracted
            {
                PaperId = write.PaperId,
                Revision = write.Section.Revision,
                StageVersion = write.Section.Version.ToString(),
                Claims = write.Section.Analysis.Claims.Count,
            },
            cancellationToken);
}
