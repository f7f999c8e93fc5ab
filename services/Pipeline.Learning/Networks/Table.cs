namespace Pipeline.Learning.Networks;

/// <summary>Rows of weights for features, of which a step touches few: trained by AdaGrad (Duchi, Hazan and Singer 2011).</summary>
internal sealed class Table
{
    private const float Epsilon = 1e-6f;
    private readonly float[] _value;
    private readonly float[] _gradient;
    private readonly float[] _square;
    private readonly WeightAverage _average;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    public Table(int rows, int columns, Random? random, float bound)
    {
        Columns = columns;
        _value = new float[rows * columns];
        _gradient = new float[_value.Length];
        _square = new float[rows * columns];
        _average = new(_value);
        _isTouched = new bool[rows];
        for (var i = 0; random is not null && i < _value.Length; i++)
        {
            _value[i] = ((2 * random.NextSingle()) - 1) * bound;
        }
    }

    public int Columns { get; }

    public ReadOnlySpan<float> Row(int row) => _value.AsSpan(row * Columns, Columns);

    /// <summary>The gradient of a row, which the next step will apply.</summary>
    public Span<float> GradientOf(int row)
    {
        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _touched.Add(row);
        }

        return _gradient.AsSpan(row * Columns, Columns);
    }

    /// <summary>Takes the weights as they are now into their average.</summary>
    public void Remember() => _average.Add();

    /// <summary>Puts the average in place of the weights.</summary>
    public void TakeAverage() => _average.Take();

    /// <summary>One step for the rows whose gradient was asked for.</summary>
    public void Step(float rate, float decay)
    {
        foreach (var row in _touched)
        {
            _isTouched[row] = false;
            for (var i = row * Columns; i < (row + 1) * Columns; i++)
            {
                var g = _gradient[i];
                _gradient[i] = 0;
                _square[i] += g * g;
                _value[i] -= rate * ((g / (MathF.Sqrt(_square[i]) + Epsilon)) + (decay * _value[i]));
            }
        }

        _touched.Clear();
    }
}
