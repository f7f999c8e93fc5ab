using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

public sealed class QuantityScoresTests
{
    [Fact]
    public void Of_OneExactOneOverlappingOneMissedAndTwoWrong_CountsEach()
    {
        var text = SomeQuantity.Text(SomeQuantity.Gold(0, 5), SomeQuantity.Gold(10, 15), SomeQuantity.Gold(20, 25));

        var scores = QuantityScores.Of(text, [SomeQuantity.Found(0, 5), SomeQuantity.Found(9, 15), SomeQuantity.Found(30, 31), SomeQuantity.Found(40, 41)]);

        Assert.Equal(new Tally(3, 4, 1), scores.Strict);
        Assert.Equal(new Tally(3, 4, 2), scores.Overlap);
        Assert.Equal(2 * 2.0 / 7, scores.Overlap.F1, 12);
    }

    [Fact]
    public void Of_AMatchWithOtherValues_IsNoMatchWithValues()
    {
        var scores = QuantityScores.Of(SomeQuantity.Text(SomeQuantity.Gold(0, 5)), [SomeQuantity.Found(0, 5, value: 2)]);

        Assert.Equal(new Tally(1, 1, 1), scores.Overlap);
        Assert.Equal(new Tally(1, 1, 0), scores.OverlapWithValues);
    }

    [Fact]
    public void Of_Metrics_CountsAmongMatchedPairsOnly()
    {
        var text = SomeQuantity.Text(SomeQuantity.Gold(0, 5) with { Metric = "accuracy" }, SomeQuantity.Gold(10, 15), SomeQuantity.Gold(20, 25) with { Metric = "speed" });

        var scores = QuantityScores.Of(text, [SomeQuantity.Found(0, 5, metric: "accuracy"), SomeQuantity.Found(10, 15, metric: "speed")]);

        Assert.Equal(new Tally(1, 2, 1), scores.Metric);
    }

    [Fact]
    public void Of_ALabelOfAnotherKind_IsRightForNeither()
    {
        var text = SomeQuantity.Text(SomeQuantity.Gold(0, 5) with { Kind = QuantityKind.Count }, SomeQuantity.Gold(10, 15) with { Kind = QuantityKind.Score });

        var kinds = QuantityScores.Of(text, [SomeQuantity.Found(0, 5), SomeQuantity.Found(9, 15)]).Kinds;

        Assert.Equal(new KindScores(new(1, 2, 0), new(1, 2, 1)), kinds[QuantityKind.Score]);
        Assert.Equal(new KindScores(new(1, 0, 0), new(1, 0, 0)), kinds[QuantityKind.Count]);
    }

    [Fact]
    public void Of_ATextWithSpansOnly_CountsNoFields()
        => Assert.Equal(default, QuantityScores.Of(SomeQuantity.Text(SomeQuantity.Gold(0, 5)) with { IsFullyLabelled = false }, [SomeQuantity.Found(0, 5)]).Values);

    [Fact]
    public void Errors_OfAText_NameEachKind()
    {
        var text = SomeQuantity.Text(SomeQuantity.Gold(0, 5), SomeQuantity.Gold(10, 15) with { Unit = "%" });

        var errors = QuantityErrors.Of(text, [SomeQuantity.Found(9, 15), SomeQuantity.Found(30, 31)]);

        Assert.Equal(["missed", "span", "unit", "wrong"], errors.Select(error => error.Kind));
    }

    [Fact]
    public void Confidence_OfTwoTexts_IsMeasuredAgainstWhatWasRight()
    {
        var right = QuantityScores.Of(SomeQuantity.Text(SomeQuantity.Gold(0, 5)), [SomeQuantity.Found(0, 5)]);
        var wrong = QuantityScores.Of(SomeQuantity.Text(), [SomeQuantity.Found(0, 5)]);

        Assert.Equal(0, right.Confidence.Error);
        Assert.Equal(1, wrong.Confidence.Error);
        Assert.Equal(0.5, right.Plus(wrong).Confidence.Error);
    }
}
