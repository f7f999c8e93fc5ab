using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Tests.Evaluation.Scores;

public sealed class ConfusionMatrixTests
{
    private static readonly string[] Classes = ["a", "b", "c", "d"];

    // a: 3 labelled, 2 right; b: 2 labelled, 1 right; c: never labelled, given once; d: does not occur.
    private static readonly (int, int)[] Sentences = [(0, 0), (0, 0), (0, 1), (1, 1), (1, 2)];

    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(Classes, Sentences);

    [Theory]
    [InlineData(0, 3, 2, 2)]
    [InlineData(1, 2, 2, 1)]
    [InlineData(2, 0, 1, 0)]
    [InlineData(3, 0, 0, 0)]
    public void Of_EachClass_CountsLabelledGivenAndRight(int label, int support, int predicted, int right)
        => Assert.Equal(new(support, predicted, right), Matrix.Of(label));

    [Fact]
    public void Accuracy_IsTheShareOnTheDiagonal() => Assert.Equal(3.0 / 5, Matrix.Accuracy!.Value, 12);

    // F1 of a is 2*2/(3+2), of b 2*1/(2+2), of c 0; d does not occur.
    [Fact]
    public void MacroF1_LeavesOutOnlyClassesThatDoNotOccur() => Assert.Equal((0.8 + 0.5 + 0) / 3, Matrix.MacroF1!.Value, 12);

    [Fact]
    public void Cells_HoldLabelByGiven() => Assert.Equal((2, 1, 0, 1), (Matrix[0, 0], Matrix[0, 1], Matrix[1, 0], Matrix[1, 2]));

    [Fact]
    public void Shares_OfNoSentences_AreNull()
    {
        var empty = ConfusionMatrix.Of(Classes, []);

        Assert.Equal(0, empty.Total);
        Assert.Null(empty.Accuracy);
        Assert.Null(empty.MacroF1);
    }

    [Theory]
    [InlineData(4, 5, 3, 0.6, 0.75, 6.0 / 9)]
    [InlineData(4, 0, 0, null, 0.0, 0.0)]
    [InlineData(0, 5, 0, 0.0, null, 0.0)]
    [InlineData(0, 0, 0, null, null, null)]
    public void ClassScore_OfCounts_IsNullWhereNothingIsShared(int support, int predicted, int right, double? precision, double? recall, double? f1)
    {
        var score = new ClassScore(support, predicted, right);

        Assert.Equal((precision, recall, f1), (score.Precision, score.Recall, score.F1));
    }
}
