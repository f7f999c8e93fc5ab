using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Tests.Evaluation.Scores;

public sealed class CalibrationTests
{
    // Bin 13 (0.867 to 0.933): mean 0.9, 3 of 4 true, off by 0.15. Bin 4 (0.267 to 0.333): mean 0.3, none of 1, off by 0.3.
    [Fact]
    public void Error_OfTwoBins_WeighsThemByTheirSentences()
    {
        var calibration = Calibration.Of([(0.9, true), (0.9, true), (0.9, true), (0.9, false), (0.3, false)]);

        Assert.Equal(((4 * 0.15) + (1 * 0.3)) / 5, calibration.Error!.Value, 12);
        Assert.Equal(4, calibration.Bins[13].Sentences);
        Assert.Equal(0.75, calibration.Bins[13].Share!.Value, 12);
        Assert.Equal(0.9, calibration.Bins[13].MeanScore!.Value, 12);
    }

    // Inside one bin only the means count: 0.5 and 0.52 with one of two true are off by 0.01.
    [Fact]
    public void Error_InsideABin_ComparesMeans() => Assert.Equal(0.01, Calibration.Of([(0.5, true), (0.52, false)]).Error!.Value, 12);

    [Fact]
    public void Error_OfScoresThatComeTrue_IsZero()
        => Assert.Equal(0, Calibration.Of([(1, true), (0, false), (0.5, true), (0.5, false)]).Error!.Value, 12);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0666, 0)]
    [InlineData(0.0667, 1)]
    [InlineData(0.2, 3)]
    [InlineData(0.6, 9)]
    [InlineData(0.9333, 13)]
    [InlineData(0.9334, 14)]
    [InlineData(1, 14)]
    public void Of_AScore_PutsItIntoItsBin(double score, int bin)
    {
        var calibration = Calibration.Of([(score, true)]);

        Assert.Equal(15, calibration.Bins.Count);
        Assert.Equal(1, calibration.Bins[bin].Sentences);
    }

    [Fact]
    public void Of_NoSentences_HasNoError()
    {
        var calibration = Calibration.Of([]);

        Assert.Null(calibration.Error);
        Assert.All(calibration.Bins, bin => Assert.Null(bin.MeanScore));
        Assert.All(calibration.Bins, bin => Assert.Null(bin.Share));
    }
}
