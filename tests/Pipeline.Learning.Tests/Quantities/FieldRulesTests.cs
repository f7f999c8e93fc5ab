using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("%", "percent", true)]
    [InlineData("x", "times", true)]
    [InlineData("m s−1", "m s-1", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "%", false)]
    [InlineData("mm", "m", false)]
    public void SameUnit_LooksThroughSpelling(string? gold, string? found, bool expected)
        => Assert.Equal(expected, FieldRules.SameUnit(gold, found));

    [Theory]
    [InlineData("the strong baseline", "strong baseline", true)]
    [InlineData("a b", "b c", true)]
    [InlineData("b1 b2 b3", "b3 b4", false)]
    [InlineData("accuracy", "latency", false)]
    public void SamePhrase_NeedsHalfOfTheWordsInCommon(string gold, string found, bool expected)
        => Assert.Equal(expected, FieldRules.SamePhrase(gold, found));

    [Theory]
    [InlineData(new[] { 1.0, 2 }, new[] { 1.0, 2 }, true)]
    [InlineData(new[] { 1.0, 2 }, new[] { 2.0, 1 }, false)]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2 }, false)]
    [InlineData(new[] { 0.3 }, new[] { 0.1 + 0.2 }, true)]
    public void SameValues_CountsOrderAndNumber(double[] gold, double[] found, bool expected)
        => Assert.Equal(expected, FieldRules.SameValues(gold, found));
}
