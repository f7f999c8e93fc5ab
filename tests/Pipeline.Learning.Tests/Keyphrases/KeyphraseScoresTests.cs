using Pipeline.Learning.Keyphrases;

namespace Pipeline.Learning.Tests.Keyphrases;

public sealed class KeyphraseScoresTests
{
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(2, 0.5, 0.5)]
    [InlineData(3, 0.6667, 1)]
    [InlineData(9, 0.6667, 1)]
    public void Scores_AtADepth_CountOnlyTheFirstPhrases(int depth, double precision, double recall)
    {
        var scores = KeyphraseScores.Of(["kite", "wind", "tail"], depth, new HashSet<string> { "kite", "tail" });

        Assert.Equal(precision, scores.Precision, 0.0001);
        Assert.Equal(recall, scores.Recall, 0.0001);
    }

    [Fact]
    public void Scores_OfNothing_AreZero() => Assert.Equal((0, 0), (default(KeyphraseScores).Precision, default(KeyphraseScores).Recall));
}
