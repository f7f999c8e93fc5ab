namespace Pipeline.Learning.Topics;

/// <summary>
/// Chooses the score from which on each label is assigned, so that micro-F1 and macro-F1 together are as high as
/// the probabilities let one expect. It counts what is expected, not what happened, so that it cannot fit to chance.
/// </summary>
internal sealed class ThresholdChoice
{
    private const int Rounds = 6;
    private const double Lowest = 0.08;
    private const double Highest = 0.7;
    private const double Grain = 0.01;

    private readonly double[][] _sorted;
    private readonly double[][] _sums;
    private readonly double[] _macroShares;
    private readonly double[] _thresholds;

    private ThresholdChoice(double[][] sorted, double macroWeight, double leastShare)
    {
        _sorted = sorted;
        _sums = [.. sorted.Select(Sums)];
        _thresholds = [.. sorted.Select(_ => 0.38)];
        var counting = _sums.Select(sums => sums[^1] >= leastShare * (sums.Length - 1)).ToArray();
        var count = Math.Max(1, counting.Count(counts => counts));
        _macroShares = [.. counting.Select(counts => counts ? macroWeight / count : 0)];
    }

    /// <summary>Chooses.</summary>
    /// <param name="probabilities">Of each label, those of all papers.</param>
    /// <param name="macroWeight">What macro-F1 counts where micro-F1 counts 1.</param>
    /// <param name="leastShare">Expected share of the papers from which on a label counts for macro-F1, 0 to 1.</param>
    public static double[] Choose(IReadOnlyList<double[]> probabilities, double macroWeight, double leastShare)
    {
        var choice = new ThresholdChoice([.. probabilities.Select(of => of.OrderDescending().ToArray())], macroWeight, leastShare);
        for (var round = 0; round < Rounds; round++)
        {
            for (var label = 0; label < probabilities.Count; label++)
            {
                choice.Improve(label);
            }
        }

        return choice._thresholds;
    }

    private static double[] Sums(double[] sorted)
    {
        var sums = new double[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            sums[i + 1] = sums[i] + sorted[i];
        }

        return sums;
    }

    private void Improve(int label)
    {
        var best = double.NegativeInfinity;
        var (right, given, present) = Others(label);
        for (var step = 0; step <= (Highest - Lowest) / Grain; step++)
        {
            var threshold = Lowest + (step * Grain);
            var (ownRight, ownGiven, ownPresent) = At(label, threshold);
            var micro = 2 * (right + ownRight) / (given + ownGiven + present + ownPresent);
            var value = micro + (_macroShares[label] * 2 * ownRight / (ownGiven + ownPresent));
            if (value > best)
            {
                (best, _thresholds[label]) = (value, threshold);
            }
        }
    }

    private (double Right, double Given, double Present) Others(int label)
    {
        var sum = (Right: 0.0, Given: 0.0, Present: 0.0);
        for (var other = 0; other < _sorted.Length; other++)
        {
            if (other != label)
            {
                var (right, given, present) = At(other, _thresholds[other]);
                sum = (sum.Right + right, sum.Given + given, sum.Present + present);
            }
        }

        return sum;
    }

    private (double Right, double Given, double Present) At(int label, double threshold)
    {
        var sorted = _sorted[label];
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] >= threshold ? (middle + 1, high) : (low, middle);
        }

        return (_sums[label][low], low, _sums[label][^1]);
    }
}
