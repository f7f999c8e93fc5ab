using System.Numerics;

namespace Pipeline.Learning.Topics;

/// <summary>Learned weights, not yet rounded.</summary>
/// <param name="Labels">Number of labels.</param>
/// <param name="Width">Weights of a row, the last ones unused.</param>
/// <param name="Rows">All rows, one after the other.</param>
/// <param name="Biases">One for each label.</param>
internal sealed record TopicWeights(int Labels, int Width, float[] Rows, float[] Biases)
{
    /// <summary>Log-odds of each label for a paper.</summary>
    public float[] LogOdds(TopicExample example)
    {
        var sums = new float[Width];
        Sum(example, Rows, Width, sums);
        return [.. Biases.Select((bias, label) => bias + sums[label])];
    }

    internal static void Sum(TopicExample example, float[] weights, int width, float[] sums)
    {
        Array.Clear(sums);
        for (var k = 0; k < example.Rows.Length; k++)
        {
            var at = example.Rows[k] * width;
            for (var i = 0; i < width; i += Vector<float>.Count)
            {
                (new Vector<float>(sums, i) + (new Vector<float>(weights, at + i) * example.Values[k])).CopyTo(sums, i);
            }
        }
    }
}
