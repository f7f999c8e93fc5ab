namespace Pipeline.Learning.Networks;

/// <summary>A matrix of a computation, row by row, with the gradient that flows back into it.</summary>
internal sealed class Node(int rows, int columns)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public float[] Value { get; } = new float[rows * columns];

    public float[] Gradient { get; } = new float[rows * columns];

    public Span<float> Row(int i) => Value.AsSpan(i * Columns, Columns);

    public Span<float> GradientOf(int i) => Gradient.AsSpan(i * Columns, Columns);
}

/// <summary>Records operations on matrices, then runs their derivatives backwards.</summary>
internal sealed partial class Tape
{
    private readonly List<Action> _backward = [];

    public void Backward()
    {
        for (var i = _backward.Count - 1; i >= 0; i--)
        {
            _backward[i]();
        }

        _backward.Clear();
    }

    /// <summary>One row for each list of features: the sum of their table rows, times a factor of its own.</summary>
    public Node Bag(Table table, int[][] features, float[] factors)
    {
        var result = new Node(features.Length, table.Columns);
        for (var i = 0; i < features.Length; i++)
        {
            foreach (var feature in features[i])
            {
                Vectors.Add(result.Row(i), table.Row(feature), factors[i]);
            }
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < features.Length; i++)
            {
                foreach (var feature in features[i])
                {
                    Vectors.Add(table.GradientOf(feature), result.GradientOf(i), factors[i]);
                }
            }
        });
        return result;
    }

    /// <summary>Rows times weights, plus a bias.</summary>
    public Node Linear(Node input, Weights weights, Weights bias)
    {
        var result = new Node(input.Rows, weights.Columns);
        for (var i = 0; i < input.Rows; i++)
        {
            var row = result.Row(i);
            bias.Value.CopyTo(row);
            var source = input.Row(i);
            for (var k = 0; k < source.Length; k++)
            {
                if (source[k] != 0)
                {
                    Vectors.Add(row, weights.Row(k), source[k]);
                }
            }
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < input.Rows; i++)
            {
                var gradient = result.GradientOf(i);
                Vectors.Add(bias.Gradient, gradient, 1);
                var source = input.Row(i);
                var into = input.GradientOf(i);
                for (var k = 0; k < source.Length; k++)
                {
                    into[k] += Vectors.Dot(weights.Row(k), gradient);
                    if (source[k] != 0)
                    {
                        Vectors.Add(weights.GradientOf(k), gradient, source[k]);
                    }
                }
            }
        });
        return result;
    }

    public Node Tanh(Node input) => Map(input, MathF.Tanh, y => 1 - (y * y));

    public Node Relu(Node input) => Map(input, x => Math.Max(0, x), y => y > 0 ? 1 : 0);

    public Node Sum(Node left, Node right)
    {
        var result = new Node(left.Rows, left.Columns);
        left.Value.CopyTo(result.Value, 0);
        Vectors.Add(result.Value, right.Value, 1);
        _backward.Add(() =>
        {
            Vectors.Add(left.Gradient, result.Gradient, 1);
            Vectors.Add(right.Gradient, result.Gradient, 1);
        });
        return result;
    }

    /// <summary>Sets a share of the values to zero and scales the others up.</summary>
    public Node Drop(Node input, float share, Random random)
    {
        if (share <= 0)
        {
            return input;
        }

        var result = new Node(input.Rows, input.Columns);
        var mask = new float[input.Value.Length];
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = random.NextSingle() < share ? 0 : 1 / (1 - share);
            result.Value[i] = input.Value[i] * mask[i];
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < mask.Length; i++)
            {
                input.Gradient[i] += result.Gradient[i] * mask[i];
            }
        });
        return result;
    }

    private Node Map(Node input, Func<float, float> function, Func<float, float> slopeOfResult)
    {
        var result = new Node(input.Rows, input.Columns);
        for (var i = 0; i < result.Value.Length; i++)
        {
            result.Value[i] = function(input.Value[i]);
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < result.Value.Length; i++)
            {
                input.Gradient[i] += result.Gradient[i] * slopeOfResult(result.Value[i]);
            }
        });
        return result;
    }
}
