using Pipeline.Learning.Topics;

namespace Pipeline.Learning.Tests.Topics;

public sealed class ThresholdChoiceTests
{
    // One label that is told well, one rare and vague.
    private static readonly double[][] Probabilities =
    [
        [.. Enumerable.Repeat(0.95, 40), .. Enumerable.Repeat(0.05, 60)],
        [.. Enumerable.Repeat(0.25, 10), .. Enumerable.Repeat(0.01, 90)],
    ];

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(2.0, true)]
    public void Choose_MacroCounts_AssignsTheRareLabelToo(double macroWeight, bool assigns)
        => Assert.Equal(assigns, ThresholdChoice.Choose(Probabilities, macroWeight, leastShare: 0.01)[1] <= 0.25);

    [Fact]
    public void Choose_LabelTooRareForMacro_IsLeftToMicro()
        => Assert.True(ThresholdChoice.Choose(Probabilities, macroWeight: 2, leastShare: 0.1)[1] > 0.25);
}
