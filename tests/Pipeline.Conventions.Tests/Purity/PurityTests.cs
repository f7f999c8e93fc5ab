using System.Reflection;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Purity;

public sealed class PurityTests
{
    private static readonly Assembly Here = typeof(PurityTests).Assembly;

    [Theory]
    [InlineData("Pipeline.Fetcher", "Pipeline.Fetcher.Fetching")]
    [InlineData("Pipeline.Parser", "Pipeline.Parser.Parsing")]
    [InlineData("Pipeline.Parser", "Pipeline.Parser.Reparsing")]
    [InlineData("Pipeline.ClaimExtractor", "Pipeline.ClaimExtractor.Extraction")]
    [InlineData("Pipeline.TopicClassifier", "Pipeline.TopicClassifier.Classification")]
    [InlineData("Pipeline.Delivery", "Pipeline.Delivery.Events")]
    [InlineData("Pipeline.Delivery", "Pipeline.Delivery.Digests.Content")]
    [InlineData("Pipeline.Scheduler", "Pipeline.Scheduler.Scheduling")]
    public void PureFolder_OfAStage_DependsOnItsArgumentsAlone(string assembly, string pureNamespace)
    {
        var stage = Assembly.Load(assembly);

        Assert.Contains(stage.GetTypes(), type => type.Namespace?.StartsWith(pureNamespace, StringComparison.Ordinal) == true);
        Assert.Empty(PurityRules.Violations(stage, pureNamespace, mayKnowTime: false));
    }

    [Fact]
    public void Papers_OfTheBuildingBlocks_DependOnNoInfrastructure()
        => Assert.Empty(PurityRules.Violations(Services.BuildingBlocks, "Pipeline.BuildingBlocks.Papers", mayKnowTime: true));

    [Fact]
    public void Changes_OfTheBuildingBlocks_DependOnNoInfrastructure()
        => Assert.Empty(PurityRules.Violations(Services.BuildingBlocks, "Pipeline.BuildingBlocks.Changes", mayKnowTime: false));

    [Fact]
    public void Store_OfAStage_IsKnownToItsProgramAlone()
        => Assert.Empty(Services.Stages.SelectMany(stage => PurityRules.UsersOf(stage, "Pipeline.Storage")));

    [Fact]
    public void PureFolder_WithALoggerAFileOrAClock_IsCaught()
    {
        var caught = PurityRules.Violations(Here, "Pipeline.Conventions.Tests.Purity.Invented", mayKnowTime: false);

        Assert.Equal(["Dated", "Logged", "Saved"], caught.Select(name => name.Split('.')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PureFolder_ThatMayKnowTime_IsNotCaughtForTheClock()
        => Assert.DoesNotContain(
            PurityRules.Violations(Here, "Pipeline.Conventions.Tests.Purity.Invented", mayKnowTime: true),
            name => name.EndsWith("Dated", StringComparison.Ordinal));

    [Fact]
    public void Store_KnownToAnotherType_IsCaught()
        => Assert.Contains("Pipeline.Conventions.Tests.Purity.Invented.Logged", PurityRules.UsersOf(Here, "Microsoft.Extensions.Logging"));
}
