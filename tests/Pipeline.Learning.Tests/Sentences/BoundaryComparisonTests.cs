using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Sentences;

namespace Pipeline.Learning.Tests.Sentences;

public sealed class BoundaryComparisonTests
{
    private static readonly GoldSentences Gold = new(["Kites fly.", "Tails hang.", "Lines hold."], "p1");

    [Theory]
    [InlineData(new[] { 0, 11, 23 }, 2, 2)]
    [InlineData(new[] { 0, 11 }, 1, 1)]
    [InlineData(new[] { 0, 6, 11, 23 }, 3, 2)]
    [InlineData(new[] { 0 }, 0, 0)]
    [InlineData(new int[0], 0, 0)]
    public void Of_SomeBoundaries_CountsTheInnerOnes(int[] starts, int found, int right)
        => Assert.Equal(new(1, 2, found, right), BoundaryComparison.Of(Gold, _ => Spans(starts)).Score);

    [Fact]
    public void Of_DifferentBoundaries_NamesThemInOrderWithTheirContext()
        => Assert.Equal(
            [
                new("p1", BoundaryErrorKind.Extra, 6, "Kites", "fly. Tails hang. Lines hold."),
                new("p1", BoundaryErrorKind.Missed, 23, "Kites fly. Tails hang.", "Lines hold."),
            ],
            BoundaryComparison.Of(Gold, _ => Spans([0, 6, 11])).Errors);

    [Fact]
    public void Of_WhiteSpaceAroundSentences_ComparesWhereTheirWordsBegin()
        => Assert.Equal(
            new(1, 1, 1, 1),
            BoundaryComparison.Of(new([" ", " Kites fly. ", "", "  Tails hang."]), text => Spans([3, text.IndexOf('T', StringComparison.Ordinal)])).Score);

    [Fact]
    public void Of_GoldSentences_SplitsThemJoinedByOneSpace()
    {
        string? seen = null;

        BoundaryComparison.Of(Gold, text =>
        {
            seen = text;
            return [];
        });

        Assert.Equal("Kites fly. Tails hang. Lines hold.", seen);
    }

    [Fact]
    public void Of_NoSentences_HasNoBoundary() => Assert.Equal(new(1, 0, 0, 0), BoundaryComparison.Of(new([]), _ => []).Score);

    private static List<TextSpan> Spans(int[] starts) => [.. starts.Select(start => new TextSpan(start, start + 1))];
}
