using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Tests.Evaluation.Scores;

public sealed class PlaceSharesTests
{
    [Fact]
    public void Learn_FromNoLabels_IsNothing() => Assert.Null(PlaceShares.Learn(3, []));

    [Theory]
    [InlineData(new[] { 0, 1, 1 }, 1)]
    [InlineData(new[] { 1, 0, 0, 1 }, 0)]
    [InlineData(new[] { 2 }, 2)]
    public void Majority_IsTheMostFrequent_TheFirstOfATie(int[] labels, int expected)
        => Assert.Equal(expected, PlaceShares.Learn(3, labels.Select(label => (0, label)))!.Majority);

    [Fact]
    public void Predict_AtAPlace_IsItsMostFrequentClass_AndTheMajorityWhereNothingWasSeen()
    {
        var shares = PlaceShares.Learn(3, [(0, 0), (0, 0), (0, 1), (7, 1), (7, 2), (7, 2), (8, 2)])!;

        Assert.Equal((0, 2, 2), (shares.Predict(0), shares.Predict(7), shares.Predict(20)));
    }

    // Shares of yes: place 1 has 2 of 2, place 2 has 2 of 5, place 3 has 1 of 10. Yes from 1 gives F1 2*2/(2+5) = 0.57,
    // from 0.4 on 2*4/(7+5) = 0.67, from 0.1 on 2*5/(17+5) = 0.45.
    [Fact]
    public void Predict_OfYesAndNo_SaysYesFromTheShareOfTheBestF1()
    {
        var shares = PlaceShares.Learn(2, [.. At(1, 2, 0), .. At(2, 2, 3), .. At(3, 1, 9), .. At(4, 0, 4)])!;

        Assert.Equal((1, 1, 0, 0, 0), (shares.Predict(1), shares.Predict(2), shares.Predict(3), shares.Predict(4), shares.Predict(5)));
    }

    [Fact]
    public void Predict_WithoutAnyYes_SaysNo() => Assert.Equal(0, PlaceShares.Learn(2, At(1, 0, 3))!.Predict(1));

    [Fact]
    public void PlaceOf_TellsTheEndsApart_AndNotTheMiddleOfLongAbstracts()
    {
        Assert.Equal(10, Enumerable.Range(0, 20).Count(index => PlaceShares.PlaceOf(index, 20) == PlaceShares.PlaceOf(10, 20)));
        Assert.NotEqual(PlaceShares.PlaceOf(4, 20), PlaceShares.PlaceOf(5, 20));
        Assert.Equal(PlaceShares.PlaceOf(5, 20), PlaceShares.PlaceOf(14, 20));
        Assert.NotEqual(PlaceShares.PlaceOf(14, 20), PlaceShares.PlaceOf(15, 20));
        Assert.NotEqual(PlaceShares.PlaceOf(0, 1), PlaceShares.PlaceOf(0, 2));
    }

    private static IEnumerable<(int, int)> At(int place, int yes, int no)
        => [.. Enumerable.Repeat((place, 1), yes), .. Enumerable.Repeat((place, 0), no)];
}
