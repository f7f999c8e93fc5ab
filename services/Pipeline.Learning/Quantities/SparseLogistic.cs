namespace Pipeline.Learning.Quantities;

/// <summary>Logistic regression over slots of a table, by stochastic gradients with a step of its own for each slot. Equal input gives equal weights.</summary>
internal sealed class SparseLogistic(int size, double rate, double decay)
{
    private readonly double[] _squares = new double[size];
    private readonly double[] _sums = new double[size];
    private int _counted;

    /// <summary>The weights.</summary>
    public double[] Weights { get; } = new double[size];

    /// <summary>Log odds of an example without slots.</summary>
    public double Bias { get; init; }

    /// <summary>Log odds of an example.</summary>
    public double Score(ReadOnlySpan<int> slots, double value)
    {
        var sum = 0.0;
        foreach (var slot in slots)
        {
            sum += Weights[slot];
        }

        return (sum * value) + Bias;
    }

    /// <summary>Learns one example; each of its slots has the same value.</summary>
    /// <param name="slots">Slots of its features.</param>
    /// <param name="value">Their value.</param>
    /// <param name="answer">The right answer.</param>
    /// <param name="importance">Weight of the example, above 0.</param>
    public void Learn(ReadOnlySpan<int> slots, double value, bool answer, double importance)
    {
        var error = importance * ((1 / (1 + Math.Exp(-Score(slots, value)))) - (answer ? 1 : 0));
        foreach (var slot in slots)
        {
            var gradient = (error * value) + (decay * Weights[slot]);
            _squares[slot] += gradient * gradient;
            Weights[slot] -= rate * gradient / Math.Sqrt(_squares[slot] + 1e-6);
        }
    }

    /// <summary>Counts the weights as they are into their mean.</summary>
    public void AddToMean()
    {
        _counted++;
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += Weights[i];
        }
    }

    /// <summary>Sets the weights to their mean.</summary>
    public void TakeMean()
    {
        for (var i = 0; i < _sums.Length && _counted > 0; i++)
        {
            Weights[i] = _sums[i] / _counted;
        }
    }
}
