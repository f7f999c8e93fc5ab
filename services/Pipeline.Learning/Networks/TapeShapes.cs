namespace Pipeline.Learning.Networks;

/// <content>Operations that only move values to other places.</content>
internal sealed partial class Tape
{
    /// <summary>Each row beside its neighbours at the given distances; beyond the ends stand zeros.</summary>
    public Node Window(Node input, int[] offsets)
    {
        var width = input.Columns;
        var result = new Node(input.Rows, width * offsets.Length);
        for (var i = 0; i < input.Rows; i++)
        {
            for (var o = 0; o < offsets.Length; o++)
            {
                if ((uint)(i + offsets[o]) < (uint)input.Rows)
                {
                    input.Row(i + offsets[o]).CopyTo(result.Row(i)[(o * width)..]);
                }
            }
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < input.Rows; i++)
            {
                for (var o = 0; o < offsets.Length; o++)
                {
                    if ((uint)(i + offsets[o]) < (uint)input.Rows)
                    {
                        Vectors.Add(input.GradientOf(i + offsets[o]), result.GradientOf(i).Slice(o * width, width), 1);
                    }
                }
            }
        });
        return result;
    }

    /// <summary>Matrices of equal height side by side.</summary>
    public Node Beside(params Node[] parts)
    {
        var result = new Node(parts[0].Rows, parts.Sum(part => part.Columns));
        for (var i = 0; i < result.Rows; i++)
        {
            var at = 0;
            foreach (var part in parts)
            {
                part.Row(i).CopyTo(result.Row(i)[at..]);
                at += part.Columns;
            }
        }

        _backward.Add(() =>
        {
            for (var i = 0; i < result.Rows; i++)
            {
                var at = 0;
                foreach (var part in parts)
                {
                    Vectors.Add(part.GradientOf(i), result.GradientOf(i).Slice(at, part.Columns), 1);
                    at += part.Columns;
                }
            }
        });
        return result;
    }

    /// <summary>The mean of all rows, in every row.</summary>
    public Node Mean(Node input)
    {
        var result = new Node(input.Rows, input.Columns);
        var share = 1f / input.Rows;
        for (var i = 0; i < input.Rows; i++)
        {
            Vectors.Add(result.Row(0), input.Row(i), share);
        }

        for (var i = 1; i < input.Rows; i++)
        {
            result.Row(0).CopyTo(result.Row(i));
        }

        _backward.Add(() =>
        {
            var sum = new float[input.Columns];
            for (var i = 0; i < input.Rows; i++)
            {
                Vectors.Add(sum, result.GradientOf(i), share);
            }

            for (var i = 0; i < input.Rows; i++)
            {
                Vectors.Add(input.GradientOf(i), sum, 1);
            }
        });
        return result;
    }
}
