using System.Runtime.Intrinsics;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>A sentence in the light of its neighbours: two layers that look at the sentences around, and at the mean of all.</summary>
internal sealed class ContextNetwork
{
    /// <summary>Size of what the feature table says of a sentence.</summary>
    public const int Inputs = FeatureTable.Columns - DiscourseHead.Outputs;

    /// <summary>Size of each layer.</summary>
    public const int Hidden = 48;

    /// <summary>Sentences that the first layer sees, by their distance.</summary>
    public static readonly int[] Near = [-2, -1, 0, 1, 2];

    /// <summary>Sentences that the second layer sees.</summary>
    public static readonly int[] Next = [-1, 0, 1];

    /// <summary>Values per sentence that lead to the outputs.</summary>
    public const int Joined = Inputs + (2 * Hidden);

    // Divides the width of every layer: the outputs once, a hidden layer twice.
    private const int Block = 24;

    private readonly float[] _first;
    private readonly float[] _second;
    private readonly float[] _output;

    /// <summary>Takes the weights: rows of inputs, then one row of biases, for each layer and for the outputs.</summary>
    public ContextNetwork(float[] first, float[] second, float[] output)
    {
        _first = first;
        _second = second;
        _output = output;
    }

    /// <summary>Weights of the first layer, the second, and the outputs.</summary>
    public static (int First, int Second, int Output) Sizes { get; } =
        (((Inputs * (Near.Length + 1)) + 1) * Hidden, ((Hidden * Next.Length) + 1) * Hidden, (Joined + 1) * DiscourseHead.Outputs);

    /// <summary>Adds what the network says to the outputs of all sentences.</summary>
    /// <param name="inputs">Inputs, sentence by sentence, between -1 and 1.</param>
    /// <param name="outputs">Outputs, sentence by sentence.</param>
    /// <param name="sentences">How many there are.</param>
    public void AddTo(ReadOnlySpan<float> inputs, Span<float> outputs, int sentences)
    {
        var buffer = new float[(2 * sentences * Hidden) + Inputs];
        var first = buffer.AsSpan(0, sentences * Hidden);
        var second = buffer.AsSpan(sentences * Hidden, sentences * Hidden);
        var mean = buffer.AsSpan(2 * sentences * Hidden);
        for (var i = 0; i < sentences; i++)
        {
            Add(mean, inputs.Slice(i * Inputs, Inputs), 1f / sentences);
        }

        var atMean = Inputs * Near.Length;
        for (var i = 0; i < sentences; i++)
        {
            var row = first.Slice(i * Hidden, Hidden);
            Look(inputs, Inputs, i, Near, _first, row);
            Through(mean, _first.AsSpan(atMean * Hidden), row);
            Rectify(row, Bias(_first, Hidden));
        }

        for (var i = 0; i < sentences; i++)
        {
            var row = second.Slice(i * Hidden, Hidden);
            Look(first, Hidden, i, Next, _second, row);
            Rectify(row, Bias(_second, Hidden));
        }

        for (var i = 0; i < sentences; i++)
        {
            var row = outputs.Slice(i * DiscourseHead.Outputs, DiscourseHead.Outputs);
            Through(inputs.Slice(i * Inputs, Inputs), _output, row);
            Through(first.Slice(i * Hidden, Hidden), _output.AsSpan(Inputs * DiscourseHead.Outputs), row);
            Through(second.Slice(i * Hidden, Hidden), _output.AsSpan((Inputs + Hidden) * DiscourseHead.Outputs), row);
            Add(row, Bias(_output, DiscourseHead.Outputs), 1);
        }
    }

    private static ReadOnlySpan<float> Bias(float[] weights, int width) => weights.AsSpan(weights.Length - width);

    private static void Look(ReadOnlySpan<float> rows, int width, int at, int[] distances, float[] weights, Span<float> result)
    {
        for (var d = 0; d < distances.Length; d++)
        {
            var other = (at + distances[d]) * width;
            if (other >= 0 && other < rows.Length)
            {
                Through(rows.Slice(other, width), weights.AsSpan(d * width * result.Length), result);
            }
        }
    }

    // The results of a block stay in registers while all inputs go over them.
    private static void Through(ReadOnlySpan<float> inputs, ReadOnlySpan<float> weights, Span<float> result)
    {
        for (var at = 0; at < result.Length; at += Block)
        {
            var block = result.Slice(at, Block);
            var (a, b, c) = (Vector256.Create<float>(block), Vector256.Create<float>(block[8..]), Vector256.Create<float>(block[16..]));
            for (var k = 0; k < inputs.Length; k++)
            {
                var row = weights.Slice((k * result.Length) + at, Block);
                var input = Vector256.Create(inputs[k]);
                a += Vector256.Create<float>(row) * input;
                b += Vector256.Create<float>(row[8..]) * input;
                c += Vector256.Create<float>(row[16..]) * input;
            }

            a.CopyTo(block);
            b.CopyTo(block[8..]);
            c.CopyTo(block[16..]);
        }
    }

    private static void Rectify(Span<float> values, ReadOnlySpan<float> bias)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Max(0, values[i] + bias[i]);
        }
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }
}
