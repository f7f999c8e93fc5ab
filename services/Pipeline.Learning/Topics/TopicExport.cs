using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>Rounds learned weights to bytes, with the fit of the scores worked in.</summary>
internal static class TopicExport
{
    private const float Largest = sbyte.MaxValue;

    public static TopicModelContent Round(string taxonomy, string[] labels, Vocabulary vocabulary, TopicWeights weights, double[][] mixing, double[] thresholds)
    {
        var rows = vocabulary.Keys.Length;
        var mixed = Mixed(weights, rows, mixing);
        var steps = new float[labels.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            steps[i % labels.Length] = Math.Max(steps[i % labels.Length], MathF.Abs(mixed[i]) / Largest);
        }

        var rounded = new sbyte[vocabulary.Keys.Length * labels.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            var step = steps[i % labels.Length];
            rounded[i] = (sbyte)(step > 0 ? MathF.Round(mixed[i] / step) : 0);
        }

        return new()
        {
            Taxonomy = taxonomy,
            Labels = labels,
            Scales = [.. steps.Select(step => Math.Max(1e-9f, step))],
            Biases = [.. mixing.Select(of => LabelMixing.Of(of, weights.Biases))],
            Thresholds = [.. thresholds.Select(threshold => (float)threshold)],
            Keys = vocabulary.Keys,
            Rarities = vocabulary.Rarities,
            Readable = vocabulary.Readable,
            Weights = rounded,
        };
    }

    private static float[] Mixed(TopicWeights weights, int rows, double[][] mixing)
    {
        var labels = mixing.Length;
        var mixed = new float[rows * labels];
        for (var i = 0; i < mixed.Length; i++)
        {
            var (row, label) = Math.DivRem(i, labels);
            var sum = 0.0;
            for (var other = 0; other < labels; other++)
            {
                sum += mixing[label][other] * weights.Rows[(row * weights.Width) + other];
            }

            mixed[i] = (float)sum;
        }

        return mixed;
    }
}
