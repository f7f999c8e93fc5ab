using System.Numerics;

namespace Pipeline.Learning.Topics;

/// <summary>
/// Logistic regression of every label on the n-grams, all labels in one pass over the papers: stochastic gradient
/// descent whose pace falls to nothing, with an L2 penalty of its own for each label.
/// </summary>
internal sealed class TopicLearner
{
    private const float Pace = 4;
    private const float BiasPace = 0.1f;

    // Weights are kept divided by a factor that shrinks with every step; below this it is multiplied in.
    private const float SmallestFactor = 1e-4f;

    private readonly int _labels;
    private readonly int _width;
    private readonly float[] _weights;
    private readonly float[] _biases;
    private readonly float[] _factors;
    private readonly float[] _errors;
    private readonly float[] _sums;
    private readonly float[] _penalties;

    private TopicLearner(int rows, float[] penalties)
    {
        _labels = penalties.Length;
        _width = (_labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[rows * _width];
        (_biases, _factors, _errors, _sums, _penalties) = (new float[_labels], new float[_width], new float[_width], new float[_width], penalties);
        Array.Fill(_factors, 1);
    }

    /// <summary>Learns from papers.</summary>
    /// <param name="examples">The papers.</param>
    /// <param name="rows">Number of n-grams.</param>
    /// <param name="penalties">L2 penalty of each label.</param>
    /// <param name="passes">How often each paper is seen.</param>
    /// <param name="cancellationToken">Stops it between two passes.</param>
    public static TopicWeights Learn(IReadOnlyList<TopicExample> examples, int rows, float[] penalties, int passes, CancellationToken cancellationToken)
    {
        var learner = new TopicLearner(rows, penalties);
        var order = examples.ToArray();
        var random = new Random(1);
        long step = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var example in order)
            {
                learner.Step(example, Pace * (1 - ((float)step++ / ((long)passes * order.Length))));
            }
        }

        learner.MultiplyFactors();
        return new(learner._labels, learner._width, learner._weights, learner._biases);
    }

    private void Step(TopicExample example, float pace)
    {
        TopicWeights.Sum(example, _weights, _width, _sums);
        for (var label = 0; label < _labels; label++)
        {
            _errors[label] = 1 / (1 + MathF.Exp(-((_sums[label] * _factors[label]) + _biases[label])));
        }

        foreach (var label in example.Labels)
        {
            _errors[label] -= 1;
        }

        var isSmall = false;
        for (var label = 0; label < _labels; label++)
        {
            _biases[label] -= pace * BiasPace * _errors[label];
            _factors[label] *= 1 - (pace * _penalties[label]);
            isSmall |= _factors[label] < SmallestFactor;
            _errors[label] *= pace / _factors[label];
        }

        Move(example);
        if (isSmall)
        {
            MultiplyFactors();
        }
    }

    private void Move(TopicExample example)
    {
        for (var k = 0; k < example.Rows.Length; k++)
        {
            var at = example.Rows[k] * _width;
            for (var i = 0; i < _width; i += Vector<float>.Count)
            {
                (new Vector<float>(_weights, at + i) - (new Vector<float>(_errors, i) * example.Values[k])).CopyTo(_weights, at + i);
            }
        }
    }

    private void MultiplyFactors()
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] *= _factors[i % _width];
        }

        Array.Fill(_factors, 1);
    }
}
