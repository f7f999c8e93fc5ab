using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation;

namespace Pipeline.Learning.Tests.Evaluation;

public sealed class SentenceMatchTests
{
    [Theory]
    [InlineData(new[] { 0, 10, 11, 20 }, new[] { 0, 10, 11, 20 }, new[] { 0, 1 })]
    [InlineData(new[] { 0, 10, 11, 20 }, new[] { 0, 20 }, new[] { 0, 0 })]
    [InlineData(new[] { 0, 20 }, new[] { 0, 5, 6, 20 }, new[] { 1 })]
    [InlineData(new[] { 0, 20 }, new[] { 0, 10, 10, 20 }, new[] { 0 })]
    [InlineData(new[] { 0, 20 }, new[] { 0, 9, 10, 20 }, new[] { 1 })]
    [InlineData(new[] { 0, 10, 11, 20 }, new[] { 0, 13, 14, 20 }, new[] { 0, 1 })]
    [InlineData(new[] { 5, 8 }, new[] { 0, 4, 10, 20 }, new[] { 1 })]
    [InlineData(new int[0], new int[0], new int[0])]
    public void Of_Spans_TakesTheLargestOverlap(int[] gold, int[] found, int[] expected)
        => Assert.Equal(expected, SentenceMatch.Of(Spans(gold), Spans(found)));

    private static List<TextSpan> Spans(int[] ends) => [.. ends.Chunk(2).Select(pair => new TextSpan(pair[0], pair[1]))];
}
