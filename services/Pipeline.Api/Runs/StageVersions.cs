using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Runs;

/// <summary>The versions of the stages in this program. The classifier's is made of its model, which is read when somebody asks.</summary>
internal sealed class StageVersions(Func<TopicAnalyzer> topics)
{
    public StageVersion Of(EnrichmentStage stage) => stage == EnrichmentStage.Claims ? ClaimAnalyzer.Version : topics().Version;
}
