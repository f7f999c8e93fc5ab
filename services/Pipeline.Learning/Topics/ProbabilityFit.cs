namespace Pipeline.Learning.Topics;

/// <summary>Makes probabilities of log-odds: <c>1 / (1 + exp(-(slope * logOdds + shift)))</c> (Platt 1999).</summary>
/// <param name="Slope">Above 0.</param>
/// <param name="Shift">In log-odds.</param>
internal readonly record struct ProbabilityFit(double Slope, double Shift)
{
    private const int Steps = 60;

    // Pull towards leaving the log-odds as they are, worth so many papers: few positives shall not bend them far.
    private const double SlopePull = 5;
    private const double ShiftPull = 1;

    /// <summary>Fits by Newton's method what papers were said to be to what they are.</summary>
    public static ProbabilityFit To(IReadOnlyList<(float LogOdds, bool IsTrue)> papers)
    {
        var (slope, shift) = (1.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var (g1, g2, h11, h12, h22) = (SlopePull * (slope - 1), ShiftPull * shift, SlopePull, 0.0, ShiftPull);
            foreach (var (z, isTrue) in papers)
            {
                var p = 1 / (1 + Math.Exp(-((slope * z) + shift)));
                var (error, weight) = (p - (isTrue ? 1 : 0), p * (1 - p));
                (g1, g2) = (g1 + (error * z), g2 + error);
                (h11, h12, h22) = (h11 + (weight * z * z), h12 + (weight * z), h22 + weight);
            }

            var determinant = (h11 * h22) - (h12 * h12);
            slope -= ((g1 * h22) - (g2 * h12)) / determinant;
            shift -= ((g2 * h11) - (g1 * h12)) / determinant;
        }

        return new(Math.Max(slope, 0.05), shift);
    }

    public double Of(float logOdds) => 1 / (1 + Math.Exp(-((Slope * logOdds) + Shift)));
}
