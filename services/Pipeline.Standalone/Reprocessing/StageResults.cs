using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Reprocessing;

/// <summary>What the stages of this program find in a paper, without writing it.</summary>
internal sealed class StageResults(ClaimAnalyzer claims, TopicAnalyzer topics)
{
    /// <summary>The version of a stage in this program.</summary>
    public StageVersion VersionOf(EnrichmentStage stage) => stage == EnrichmentStage.Claims ? ClaimAnalyzer.Version : topics.Version;

    /// <summary>What a stage finds in a paper.</summary>
    public SectionDigest Of(EnrichedPaper paper, EnrichmentStage stage) => stage == EnrichmentStage.Claims
        ? SectionDigest.Of(new ClaimsSection
        {
            Revision = paper.Revision,
            Version = ClaimAnalyzer.Version,
            At = paper.ObservedAt,
            Analysis = claims.Analyze(paper.Id, paper.Title, paper.Abstract),
        })
        : SectionDigest.Of(new TopicsSection
        {
            Revision = paper.Revision,
            Version = topics.Version,
            At = paper.ObservedAt,
            Analysis = topics.Analyze(paper.Title, paper.Abstract),
        });
}
