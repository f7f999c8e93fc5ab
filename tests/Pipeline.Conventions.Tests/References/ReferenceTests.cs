using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.References;

public sealed class ReferenceTests
{
    private static readonly IReadOnlyList<ProjectFile> Product = [.. ProjectFile.Under("contracts"), .. ProjectFile.Under("services")];

    [Fact]
    public void Projects_OfTheProduct_AreFound()
        => Assert.Contains(Product, project => project.Name == "Pipeline.BuildingBlocks" && project.Projects.Contains("Pipeline.Contracts"));

    [Fact]
    public void References_OfTheProduct_PointOneWay() => Assert.Empty(ReferenceRules.Violations(Product));

    [Fact]
    public void Contracts_ReferToNothing() => Assert.Empty(ReferenceRules.ContractDependencies(Product));

    [Theory]
    [InlineData("Pipeline.Contracts", "Pipeline.BuildingBlocks", false)]
    [InlineData("Pipeline.BuildingBlocks", "Pipeline.Contracts", true)]
    [InlineData("Pipeline.BuildingBlocks", "Pipeline.Storage.Mongo", false)]
    [InlineData("Pipeline.Storage.Sqlite", "Pipeline.BuildingBlocks", true)]
    [InlineData("Pipeline.Storage.Sqlite", "Pipeline.Storage.Mongo", false)]
    [InlineData("Pipeline.Parser", "Pipeline.BuildingBlocks", true)]
    [InlineData("Pipeline.Parser", "Pipeline.Storage.Mongo", true)]
    [InlineData("Pipeline.Parser", "Pipeline.Storage.Sqlite", false)]
    [InlineData("Pipeline.Parser", "Pipeline.Fetcher", false)]
    [InlineData("Pipeline.Parser", "Pipeline.Standalone", false)]
    [InlineData("Pipeline.Learning", "Pipeline.ClaimExtractor", true)]
    [InlineData("Pipeline.Learning", "Pipeline.Storage.Mongo", false)]
    [InlineData("Pipeline.ClaimExtractor", "Pipeline.Learning", false)]
    [InlineData("Pipeline.Standalone", "Pipeline.Parser", true)]
    [InlineData("Pipeline.Standalone", "Pipeline.Storage.Sqlite", true)]
    [InlineData("Pipeline.Standalone", "Pipeline.Api", true)]
    [InlineData("Pipeline.Api", "Pipeline.Scheduler", true)]
    [InlineData("Pipeline.Api", "Pipeline.Storage.Mongo", true)]
    [InlineData("Pipeline.Api", "Pipeline.Storage.Sqlite", false)]
    [InlineData("Pipeline.Api", "Pipeline.Standalone", false)]
    [InlineData("Pipeline.Scheduler", "Pipeline.Api", false)]
    public void Reference_BetweenTwoProjects_IsAllowedInOneDirectionOnly(string from, string to, bool allowed)
        => Assert.Equal(allowed, !ReferenceRules.Violations([new ProjectFile(from, "", [to], [])]).Any());

    [Fact]
    public void Contracts_WithAPackage_AreCaught()
        => Assert.Equal(["MassTransit"], ReferenceRules.ContractDependencies([new ProjectFile("Pipeline.Contracts", "", [], ["MassTransit"])]));
}
