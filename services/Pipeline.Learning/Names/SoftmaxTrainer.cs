using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.Learning.Names;

/// <summary>Logistic regression over the kinds of names. The same examples give the same weights.</summary>
internal static class SoftmaxTrainer
{
    private const int Epochs = 4;

    // The order of the examples moves the score by several points; the mean over some orders does not.
    private const int Orders = 8;
    private const int Seed = 20261127;
    private const float Rate = 0.15f;
    private const float Decay = 1e-5f;
    private const float Largest = 2.5f;
    private const int SByteLargest = 127;

    /// <summary>Learns one weight for each slot and kind.</summary>
    /// <returns>Whole numbers from -127 to 127, and what 1 is worth.</returns>
    public static (float Scale, sbyte[] Weights) Train(List<NameExample> examples)
    {
        var mean = new float[NameModel.Slots * NameModel.Classes];
        for (var i = 0; i < Orders; i++)
        {
            var weights = TrainInOrder(examples, Seed + i);
            for (var at = 0; at < mean.Length; at++)
            {
                mean[at] += weights[at] / Orders;
            }
        }

        return Quantize(mean);
    }

    private static float[] TrainInOrder(List<NameExample> examples, int seed)
    {
        var weights = new float[NameModel.Slots * NameModel.Classes];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Step(examples[i], weights, squares);
            }
        }

        return weights;
    }

    private static void Step(NameExample example, float[] weights, float[] squares)
    {
        Span<float> errors = stackalloc float[NameModel.Classes];
        Probabilities(example, weights, errors);
        errors[(int)example.Kind] -= 1;
        foreach (var (slot, value) in example.Features)
        {
            for (var c = 0; c < NameModel.Classes; c++)
            {
                var at = ((int)slot * NameModel.Classes) + c;
                var gradient = (errors[c] * value * example.Weight) + (Decay * weights[at]);
                squares[at] += gradient * gradient;
                weights[at] -= Rate * gradient / (MathF.Sqrt(squares[at]) + 1e-6f);
            }
        }
    }

    private static void Probabilities(NameExample example, float[] weights, Span<float> probabilities)
    {
        probabilities.Clear();
        foreach (var (slot, value) in example.Features)
        {
            for (var c = 0; c < NameModel.Classes; c++)
            {
                probabilities[c] += value * weights[((int)slot * NameModel.Classes) + c];
            }
        }

        var largest = MathF.Max(probabilities[0], MathF.Max(probabilities[1], probabilities[2]));
        var sum = 0f;
        for (var c = 0; c < NameModel.Classes; c++)
        {
            probabilities[c] = MathF.Exp(probabilities[c] - largest);
            sum += probabilities[c];
        }

        for (var c = 0; c < NameModel.Classes; c++)
        {
            probabilities[c] /= sum;
        }
    }

    private static (float Scale, sbyte[] Weights) Quantize(float[] weights)
    {
        const float Scale = Largest / SByteLargest;
        return (Scale, Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(MathF.Round(weight / Scale), -SByteLargest, SByteLargest)));
    }
}
