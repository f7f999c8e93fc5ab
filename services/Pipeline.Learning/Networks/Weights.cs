namespace Pipeline.Learning.Networks;

/// <summary>A dense matrix of weights, trained by Adam (Kingma and Ba 2015).</summary>
internal sealed class Weights
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly WeightAverage _average;
    private int _steps;

    public Weights(int rows, int columns, Random? random = null)
    {
        Columns = columns;
        Value = new float[rows * columns];
        Gradient = new float[Value.Length];
        _mean = new float[Value.Length];
        _square = new float[Value.Length];
        _average = new(Value);
        var bound = MathF.Sqrt(6f / (rows + columns));
        for (var i = 0; random is not null && i < Value.Length; i++)
        {
            Value[i] = ((2 * random.NextSingle()) - 1) * bound;
        }
    }

    public int Columns { get; }

    public float[] Value { get; }

    public float[] Gradient { get; }

    public ReadOnlySpan<float> Row(int i) => Value.AsSpan(i * Columns, Columns);

    public Span<float> GradientOf(int i) => Gradient.AsSpan(i * Columns, Columns);

    /// <summary>Takes the weights as they are now into their average.</summary>
    public void Remember() => _average.Add();

    /// <summary>Puts the average in place of the weights.</summary>
    public void TakeAverage() => _average.Take();

    /// <summary>One step against the gradient, which is then zero again.</summary>
    public void Step(float rate, float decay)
    {
        _steps++;
        var correct1 = 1 - MathF.Pow(Beta1, _steps);
        var correct2 = 1 - MathF.Pow(Beta2, _steps);
        for (var i = 0; i < Value.Length; i++)
        {
            var g = Gradient[i];
            _mean[i] = (Beta1 * _mean[i]) + ((1 - Beta1) * g);
            _square[i] = (Beta2 * _square[i]) + ((1 - Beta2) * g * g);
            Value[i] -= rate * ((_mean[i] / correct1 / (MathF.Sqrt(_square[i] / correct2) + Epsilon)) + (decay * Value[i]));
            Gradient[i] = 0;
        }
    }
}
