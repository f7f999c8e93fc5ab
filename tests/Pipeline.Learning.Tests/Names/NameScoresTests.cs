using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Names;

namespace Pipeline.Learning.Tests.Names;

public sealed class NameScoresTests
{
    [Fact]
    public void Of_SameCutAndStrayNames_CountsThem()
    {
        var scores = NameScores.Of([new(0, 5), new(10, 15), new(20, 25)], [new(0, 5), new(11, 15), new(30, 35), new(40, 45)]);

        Assert.Equal(new(Right: 1, Wrong: 3, Missed: 2), scores.Strict);
        Assert.Equal(new(Right: 2, Wrong: 2, Missed: 1), scores.Overlap);
    }

    [Fact]
    public void Of_OneLongNameOverTwoLabels_CountsOnce()
        => Assert.Equal(new(Right: 1, Wrong: 0, Missed: 1), NameScores.Of([new(0, 5), new(6, 9)], [new(0, 9)]).Overlap);

    [Fact]
    public void Of_NamesThatOnlyTouch_AreNoMatch()
        => Assert.Equal(0, NameScores.Of([new(0, 5)], [new(5, 9)]).Overlap.Right);

    [Fact]
    public void Shares_OfATally_AreThoseOfTheDefinition()
    {
        var tally = new Tally(Right: 3, Wrong: 1, Missed: 3);

        Assert.Equal((0.75, 0.5, 0.6), (tally.Precision, tally.Recall, tally.F1));
        Assert.Equal(0, default(Tally).F1);
    }

    [Fact]
    public void Evaluation_ListsEachErrorByKind()
    {
        var evaluation = new NameEvaluation();

        evaluation.Add(
            new() { Id = "a", Methods = [new(11, 18), new(60, 65)], Datasets = [], Metrics = [] },
            "We propose KiteNet, a novel framework for wind. It has good tails.");

        Assert.Equal(1, evaluation.Papers);
        Assert.Equal(new(Right: 1, Wrong: 0, Missed: 1), evaluation.Methods.Strict);
        Assert.Equal([new NameError("a", "method", "missed", "tails", null)], evaluation.Errors);
    }
}
