namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>Labels of successive sentences that depend on each other: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).</summary>
/// <remarks>Forward and backward over all sentences, scaled in every step, so that no length makes it overflow.</remarks>
internal sealed class LabelChain
{
    private readonly int _labels;
    private readonly double[] _follows;
    private readonly double[] _starts;
    private readonly double[] _ends;

    /// <summary>Takes the weights, in logarithms.</summary>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="weights">Label by label those of each that follows, then those of starting, then those of ending with a label.</param>
    /// <param name="scale">Factor for all weights.</param>
    public LabelChain(int labels, ReadOnlySpan<float> weights, float scale)
    {
        _labels = labels;
        _follows = Exponentials(weights[..(labels * labels)], scale);
        _starts = Exponentials(weights.Slice(labels * labels, labels), scale);
        _ends = Exponentials(weights.Slice((labels + 1) * labels, labels), scale);
    }

    /// <summary>How many weights a chain of so many labels has.</summary>
    public static int WeightsOf(int labels) => (labels + 2) * labels;

    /// <summary>Probability of each label of each sentence, given all sentences.</summary>
    /// <param name="scores">Scores sentence by sentence, in logarithms; replaced by their probabilities.</param>
    /// <param name="pairs">Receives, where given, the sum over the sentences of the probability that one label follows another.</param>
    public void Replace(Span<double> scores, Span<double> pairs = default)
    {
        if (scores.IsEmpty)
        {
            return;
        }

        ToEmissions(scores);
        var forward = new double[scores.Length];
        Forward(scores, forward);
        Backward(scores, forward, pairs);
    }

    private static double[] Exponentials(ReadOnlySpan<float> weights, float scale)
    {
        var result = new double[weights.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = Math.Exp(weights[i] * scale);
        }

        return result;
    }

    private void ToEmissions(Span<double> scores)
    {
        for (var i = 0; i < scores.Length; i += _labels)
        {
            var row = scores.Slice(i, _labels);
            var most = row[0];
            foreach (var score in row)
            {
                most = Math.Max(most, score);
            }

            foreach (ref var score in row)
            {
                score = Math.Exp(score - most);
            }
        }
    }

    private void Forward(ReadOnlySpan<double> emissions, double[] forward)
    {
        for (var i = 0; i < emissions.Length; i += _labels)
        {
            for (var label = 0; label < _labels; label++)
            {
                forward[i + label] = emissions[i + label] * (i == 0 ? _starts[label] : Reach(forward.AsSpan(i - _labels, _labels), label));
            }

            Normalise(forward.AsSpan(i, _labels));
        }
    }

    private double Reach(ReadOnlySpan<double> before, int label)
    {
        var sum = 0.0;
        for (var k = 0; k < before.Length; k++)
        {
            sum += before[k] * _follows[(k * _labels) + label];
        }

        return sum;
    }

    private void Backward(Span<double> emissions, double[] forward, Span<double> pairs)
    {
        Span<double> rest = stackalloc double[_labels];
        Span<double> ahead = stackalloc double[_labels];
        _ends.CopyTo(rest);
        for (var i = emissions.Length - _labels; i >= 0; i -= _labels)
        {
            var row = emissions.Slice(i, _labels);
            for (var label = 0; label < _labels; label++)
            {
                ahead[label] = row[label] * rest[label];
                row[label] = forward[i + label] * rest[label];
            }

            Normalise(row);
            if (i > 0)
            {
                AddPairs(forward.AsSpan(i - _labels, _labels), ahead, pairs);
                Step(ahead, rest);
            }
        }
    }

    // What the sentences from here on say about the label before them.
    private void Step(ReadOnlySpan<double> ahead, Span<double> rest)
    {
        for (var before = 0; before < _labels; before++)
        {
            var sum = 0.0;
            for (var label = 0; label < _labels; label++)
            {
                sum += _follows[(before * _labels) + label] * ahead[label];
            }

            rest[before] = sum;
        }

        Normalise(rest);
    }

    private void AddPairs(ReadOnlySpan<double> before, ReadOnlySpan<double> ahead, Span<double> pairs)
    {
        if (pairs.IsEmpty)
        {
            return;
        }

        Span<double> joint = stackalloc double[_labels * _labels];
        for (var i = 0; i < joint.Length; i++)
        {
            joint[i] = before[i / _labels] * _follows[i] * ahead[i % _labels];
        }

        Normalise(joint);
        for (var i = 0; i < joint.Length; i++)
        {
            pairs[i] += joint[i];
        }
    }

    private static void Normalise(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        foreach (ref var value in values)
        {
            value /= sum;
        }
    }
}
