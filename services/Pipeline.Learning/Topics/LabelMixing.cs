namespace Pipeline.Learning.Topics;

/// <summary>
/// What the other labels say about each label: log-odds that are a weighted sum of the log-odds of all labels. Being
/// linear it is worked into the weights and costs nothing later.
/// </summary>
internal static class LabelMixing
{
    private const int Steps = 25;

    // Pull towards each label for itself, worth so many papers.
    private const double Pull = 10;

    /// <summary>Fits a row of weights for one label, the last of them a shift.</summary>
    public static double[] Fit(int label, IReadOnlyList<float[]> logOdds, IReadOnlyList<bool> isTrue)
    {
        var size = logOdds[0].Length + 1;
        var weights = new double[size];
        weights[label] = 1;
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[size];
            var curvature = new double[size, size];
            for (var i = 0; i < size; i++)
            {
                gradient[i] = Pull * (weights[i] - (i == label ? 1 : 0));
                curvature[i, i] = Pull;
            }

            for (var paper = 0; paper < logOdds.Count; paper++)
            {
                AddPaper(weights, logOdds[paper], isTrue[paper], gradient, curvature);
            }

            var change = Solve(curvature, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] -= change[i];
            }
        }

        return weights;
    }

    public static float Of(double[] weights, float[] logOdds)
    {
        var sum = weights[^1];
        for (var i = 0; i < logOdds.Length; i++)
        {
            sum += weights[i] * logOdds[i];
        }

        return (float)sum;
    }

    private static void AddPaper(double[] weights, float[] logOdds, bool isTrue, double[] gradient, double[,] curvature)
    {
        var probability = 1 / (1 + Math.Exp(-Of(weights, logOdds)));
        var error = probability - (isTrue ? 1 : 0);
        var weight = probability * (1 - probability);
        for (var i = 0; i < weights.Length; i++)
        {
            var x = i < logOdds.Length ? logOdds[i] : 1;
            gradient[i] += error * x;
            for (var j = 0; j <= i; j++)
            {
                curvature[i, j] += weight * x * (j < logOdds.Length ? logOdds[j] : 1);
            }
        }
    }

    // By Cholesky's method; the lower half of the matrix is given, and used up.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var result = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i, k] * matrix[j, k];
                }

                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-9)) : sum / matrix[j, j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
            {
                sum -= matrix[i, k] * result[k];
            }

            result[i] = sum / matrix[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = result[i];
            for (var k = i + 1; k < size; k++)
            {
                sum -= matrix[k, i] * result[k];
            }

            result[i] = sum / matrix[i, i];
        }

        return result;
    }
}
