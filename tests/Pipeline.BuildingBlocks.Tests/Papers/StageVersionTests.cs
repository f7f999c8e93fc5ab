using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class StageVersionTests
{
    [Theory]
    [InlineData("claims/3")]
    [InlineData("topics/3.2+arxiv/3")]
    public void Parse_OfWhatToStringWrites_GivesItBack(string text) => Assert.Equal(text, StageVersion.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("claims")]
    [InlineData("/3")]
    [InlineData("claims/")]
    [InlineData("claims/+arxiv/3")]
    [InlineData("claims/3+")]
    [InlineData("claims+a/3")]
    public void Parse_OfAnythingElse_GivesNothing(string text) => Assert.Null(StageVersion.Parse(text));

    [Theory]
    [InlineData("claims/2", "claims/3", true)]
    [InlineData("claims/9", "claims/10", true)]
    [InlineData("claims/3", "claims/3", false)]
    [InlineData("claims/4", "claims/3", false)]
    [InlineData("claims/3", "claims/3.1", true)]
    [InlineData("claims/3.0", "claims/3", false)]
    [InlineData("cues/1", "claims/3", false)]
    [InlineData("claims/beta", "claims/3", false)]
    [InlineData("terms/1+arxiv/1", "terms/1+arxiv/2", true)]
    [InlineData("terms/1+arxiv/2", "terms/2+arxiv/1", true)]
    [InlineData("terms/2+arxiv/1", "terms/1+arxiv/2", false)]
    [InlineData("terms/1+nlp/1", "terms/2+arxiv/2", false)]
    [InlineData("terms/1+arxiv/x", "terms/2+arxiv/2", false)]
    [InlineData("terms/1", "terms/2+arxiv/2", false)]
    public void IsOlderThan_ComparesNumbersOfOneMethod(string version, string other, bool expected)
        => Assert.Equal(expected, StageVersion.Parse(version)!.IsOlderThan(StageVersion.Parse(other)!));
}
