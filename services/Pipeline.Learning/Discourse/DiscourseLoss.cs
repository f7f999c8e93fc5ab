using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Networks;

namespace Pipeline.Learning.Discourse;

/// <summary>How far the scores of an abstract are from what is known of it, as gradients of the negative log-likelihood.</summary>
internal static class DiscourseLoss
{
    private const float ArgumentWeight = 0.5f;

    /// <summary>Puts the gradients into the scores and into the chains.</summary>
    /// <param name="network">What learns.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="example">What is known.</param>
    /// <param name="readsTitle">
    /// Whether the scores saw the title. Some kinds of abstract come without titles; that must not be how they are told apart,
    /// so the kind is learned from scores that saw none.
    /// </param>
    public static void AddGradients(DiscourseNetwork network, Node scores, DiscourseExample example, bool readsTitle)
    {
        for (var i = 0; i < DiscourseHead.Chains.Length; i++)
        {
            if (example.Labels[i] is { } labels)
            {
                AddChain(network, i, scores, labels, example.Weights);
            }
            else if (example.Taught.Length > 0)
            {
                AddTaught(network, i, scores, example.Taught[i]);
            }
        }

        if (example.Arguments is { } arguments)
        {
            for (var i = 0; i < scores.Rows; i++)
            {
                AddSoftmax(scores.Row(i)[DiscourseHead.Outputs..], scores.GradientOf(i)[DiscourseHead.Outputs..], arguments[i], ArgumentWeight);
            }
        }

        if (!readsTitle && example.Register is { } register)
        {
            AddRegister(scores, register);
        }
    }

    /// <summary>Probabilities of the labels of one chain.</summary>
    public static double[] Probabilities(DiscourseNetwork network, int chain, Node scores, Span<double> pairs = default)
    {
        var head = DiscourseHead.Chains[chain];
        var result = new double[scores.Rows * head.Labels];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = scores.Row(i / head.Labels)[head.Offset + (i % head.Labels)];
        }

        new LabelChain(head.Labels, network.Chains[chain].Value, 1).Replace(result, pairs);
        return result;
    }

    private static void AddChain(DiscourseNetwork network, int chain, Node scores, int[] labels, float[]? weights)
    {
        var head = DiscourseHead.Chains[chain];
        var pairs = new double[head.Labels * head.Labels];
        var probabilities = Probabilities(network, chain, scores, pairs);
        for (var i = 0; i < scores.Rows; i++)
        {
            for (var label = 0; label < head.Labels; label++)
            {
                var expected = labels[i] == label ? 1 : 0;
                scores.GradientOf(i)[head.Offset + label] += (weights?[i] ?? 1) * (float)(probabilities[(i * head.Labels) + label] - expected);
            }
        }

        AddTransitions(network.Chains[chain].Gradient, probabilities, pairs, labels, head.Labels);
    }

    private static void AddTransitions(float[] gradient, double[] probabilities, double[] pairs, int[] labels, int count)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            gradient[i] += (float)pairs[i];
        }

        for (var i = 1; i < labels.Length; i++)
        {
            gradient[(labels[i - 1] * count) + labels[i]]--;
        }

        for (var label = 0; label < count; label++)
        {
            gradient[(count * count) + label] += (float)probabilities[label];
            gradient[((count + 1) * count) + label] += (float)probabilities[^(count - label)];
        }

        gradient[(count * count) + labels[0]]--;
        gradient[((count + 1) * count) + labels[^1]]--;
    }

    // Teachers give probabilities of single sentences; how labels follow each other is left to the labelled abstracts.
    private static void AddTaught(DiscourseNetwork network, int chain, Node scores, double[] taught)
    {
        var head = DiscourseHead.Chains[chain];
        var probabilities = Probabilities(network, chain, scores);
        for (var i = 0; i < taught.Length; i++)
        {
            scores.GradientOf(i / head.Labels)[head.Offset + (i % head.Labels)] += (float)(probabilities[i] - taught[i]);
        }
    }

    private static void AddRegister(Node scores, Register register)
    {
        var head = DiscourseHead.Registers;
        Span<float> mean = stackalloc float[head.Labels];
        Span<float> gradient = stackalloc float[head.Labels];
        for (var i = 0; i < scores.Rows; i++)
        {
            Vectors.Add(mean, scores.Row(i).Slice(head.Offset, head.Labels), DiscourseModel.RegisterSharpness / scores.Rows);
        }

        AddSoftmax(mean, gradient, (int)register, 1);
        for (var i = 0; i < scores.Rows; i++)
        {
            Vectors.Add(scores.GradientOf(i).Slice(head.Offset, head.Labels), gradient, DiscourseModel.RegisterSharpness / scores.Rows);
        }
    }

    private static void AddSoftmax(ReadOnlySpan<float> scores, Span<float> gradient, int label, float weight)
    {
        var most = float.MinValue;
        var sum = 0f;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        foreach (var score in scores)
        {
            sum += MathF.Exp(score - most);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            gradient[i] += weight * ((MathF.Exp(scores[i] - most) / sum) - (i == label ? 1 : 0));
        }
    }
}
