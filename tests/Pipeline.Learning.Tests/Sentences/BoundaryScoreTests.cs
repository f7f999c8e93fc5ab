using Pipeline.Learning.Sentences;

namespace Pipeline.Learning.Tests.Sentences;

public sealed class BoundaryScoreTests
{
    [Theory]
    [InlineData(4, 5, 3, 0.6, 0.75, 0.6667)]
    [InlineData(4, 4, 4, 1, 1, 1)]
    [InlineData(4, 4, 0, 0, 0, 0)]
    [InlineData(4, 0, 0, 1, 0, 0)]
    [InlineData(0, 4, 0, 0, 1, 0)]
    [InlineData(0, 0, 0, 1, 1, 1)]
    public void Shares_OfCounts_AreDefinedForAll(int boundaries, int found, int right, double precision, double recall, double f1)
    {
        var score = new BoundaryScore(1, boundaries, found, right);

        Assert.Equal(precision, score.Precision, 4);
        Assert.Equal(recall, score.Recall, 4);
        Assert.Equal(f1, score.F1, 4);
    }

    [Fact]
    public void Add_TwoScores_SumsWhatTheyCount()
        => Assert.Equal(new(3, 30, 300, 3000), new BoundaryScore(1, 10, 100, 1000).Add(new(2, 20, 200, 2000)));
}
