namespace Pipeline.Learning.Evaluation.Scores;

/// <summary>Whether scores are probabilities: in each bin of scores, the share that came true.</summary>
/// <param name="Bins">All bins from 0 to 1, also empty ones; a score on an edge is in the upper one.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins)
{
    /// <summary>Bins of equal width.</summary>
    public const int Count = 15;

    /// <summary>Expected calibration error: how far mean score and share lie apart, weighted by the sentences of each bin, 0 to 1; null without sentences.</summary>
    public double? Error
    {
        get
        {
            var sentences = Bins.Sum(bin => bin.Sentences);
            return sentences == 0 ? null : Bins.Sum(bin => Math.Abs(bin.SumOfScores - bin.True)) / sentences;
        }
    }

    /// <summary>Both together.</summary>
    internal Calibration Plus(Calibration other) => new([.. Bins.Zip(other.Bins, (left, right)
        => new CalibrationBin(left.Sentences + right.Sentences, left.True + right.True, left.SumOfScores + right.SumOfScores))]);

    internal static Calibration Of(IEnumerable<(double Score, bool True)> sentences)
    {
        var bins = new CalibrationBin[Count];
        foreach (var (score, isTrue) in sentences)
        {
            var bin = Math.Clamp((int)(score * Count), 0, Count - 1);
            bins[bin] = new(bins[bin].Sentences + 1, bins[bin].True + (isTrue ? 1 : 0), bins[bin].SumOfScores + score);
        }

        return new(bins);
    }
}

/// <summary>The sentences whose score lies in one range.</summary>
/// <param name="Sentences">How many.</param>
/// <param name="True">Those of which it is true what the score is the probability of.</param>
/// <param name="SumOfScores">Their scores added up.</param>
public readonly record struct CalibrationBin(int Sentences, int True, double SumOfScores)
{
    /// <summary>Mean score, 0 to 1; null when the bin is empty.</summary>
    public double? MeanScore => Sentences == 0 ? null : SumOfScores / Sentences;

    /// <summary>Share that came true, 0 to 1; null when the bin is empty.</summary>
    public double? Share => ClassScore.Share(True, Sentences);
}
