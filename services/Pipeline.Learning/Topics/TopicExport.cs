using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>Rounds learned weights to bytes, with the fit of the scores worked in.</summary>
internal static class TopicExport
{
    private const float Largest = sbyte.MaxValue;

    public static TopicModelContent Round(string taxonomy, string[] labels, Vocabulary vocabulary, TopicWeights weights, ProbabilityFit[] fits, double[] thresholds)
    {
        var steps = new float[labels.Length];
        for (var row = 0; row < vocabulary.Keys.Length; row++)
        {
            for (var label = 0; label < labels.Length; label++)
            {
                steps[label] = Math.Max(steps[label], MathF.Abs(weights.Rows[(row * weights.Width) + label]) / Largest);
            }
        }

        var rounded = new sbyte[vocabulary.Keys.Length * labels.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            var (row, label) = Math.DivRem(i, labels.Length);
            rounded[i] = (sbyte)(steps[label] > 0 ? MathF.Round(weights.Rows[(row * weights.Width) + label] / steps[label]) : 0);
        }

        return new()
        {
            Taxonomy = taxonomy,
            Labels = labels,
            Scales = [.. steps.Select((step, label) => Math.Max(1e-9f, (float)(step * fits[label].Slope)))],
            Biases = [.. fits.Select((fit, label) => (float)((fit.Slope * weights.Biases[label]) + fit.Shift))],
            Thresholds = [.. thresholds.Select(threshold => (float)threshold)],
            Keys = vocabulary.Keys,
            Rarities = vocabulary.Rarities,
            Readable = vocabulary.Readable,
            Weights = rounded,
        };
    }
}
