using System.Numerics;

namespace Pipeline.Learning.Networks;

/// <summary>Sums over rows of numbers, several at a time.</summary>
internal static class Vectors
{
    public static void Add(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        var i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(target[i..]) + (new Vector<float>(source[i..]) * factor)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        var result = Vector.Sum(sum);
        for (; i < left.Length; i++)
        {
            result += left[i] * right[i];
        }

        return result;
    }
}
