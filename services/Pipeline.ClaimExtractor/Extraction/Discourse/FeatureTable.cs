using System.Runtime.Intrinsics;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>Weights of features, one row of small whole numbers each, found by the feature's hash.</summary>
/// <remarks>Rows are summed as whole numbers, so that their order does not matter and every machine gets the same sum.</remarks>
internal sealed class FeatureTable
{
    /// <summary>Weights of a row: one cache line.</summary>
    public const int Columns = 64;

    // So many rows of at most 127 fit in 16 bits.
    private const int MostInShorts = 256;

    private readonly uint[] _keys;
    private readonly sbyte[] _rows;
    private readonly int[] _slots;
    private readonly int _mask;

    /// <summary>Takes features and their rows.</summary>
    /// <param name="keys">Hash of each feature, each once.</param>
    /// <param name="rows">Their rows, one after the other.</param>
    public FeatureTable(uint[] keys, sbyte[] rows)
    {
        _keys = keys;
        _rows = rows;
        var size = 16;
        while (size < 2 * keys.Length)
        {
            size *= 2;
        }

        _mask = size - 1;
        _slots = new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)keys[i] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = i + 1;
        }
    }

    /// <summary>Sums the rows of the features that are known.</summary>
    /// <param name="features">Hashes; one that occurs twice counts twice.</param>
    /// <param name="sums">Receives <see cref="Columns"/> sums.</param>
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        sums.Clear();
        for (var i = 0; i < features.Length; i += MostInShorts)
        {
            SumFew(features[i..Math.Min(features.Length, i + MostInShorts)], sums);
        }
    }

    private void SumFew(ReadOnlySpan<uint> features, Span<int> sums)
    {
        var (a, b, c, d) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var feature in features)
        {
            var at = Find(feature);
            if (at >= 0)
            {
                var row = _rows.AsSpan(at * Columns, Columns);
                var first = Vector256.Create<sbyte>(row);
                var second = Vector256.Create<sbyte>(row[32..]);
                a += Vector256.WidenLower(first);
                b += Vector256.WidenUpper(first);
                c += Vector256.WidenLower(second);
                d += Vector256.WidenUpper(second);
            }
        }

        Add(a, sums);
        Add(b, sums[16..]);
        Add(c, sums[32..]);
        Add(d, sums[48..]);
    }

    private static void Add(Vector256<short> values, Span<int> sums)
    {
        for (var i = 0; i < Vector256<short>.Count; i++)
        {
            sums[i] += values[i];
        }
    }

    private int Find(uint key)
    {
        for (var slot = (int)key & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[_slots[slot] - 1] == key)
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }
}
