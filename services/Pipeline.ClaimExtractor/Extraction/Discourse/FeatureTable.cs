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

    private readonly sbyte[] _rows;

    // Where the row of a key begins, plus one so that 0 is free. Key and row lie together: a lookup then waits for memory once.
    private readonly (uint Key, int Row)[] _slots;
    private readonly int _mask;

    /// <summary>Takes features and their rows.</summary>
    /// <param name="keys">Hash of each feature, each once.</param>
    /// <param name="rows">Their rows, one after the other.</param>
    public FeatureTable(uint[] keys, sbyte[] rows)
    {
        _rows = rows;
        var size = 16;
        while (size < 2 * keys.Length)
        {
            size *= 2;
        }

        _mask = size - 1;
        _slots = new (uint, int)[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)keys[i] & _mask;
            while (_slots[slot].Row != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = (keys[i], (i * Columns) + 1);
        }
    }

    /// <summary>Sums the rows of the features that are known.</summary>
    /// <param name="features">Hashes; one that occurs twice counts twice.</param>
    /// <param name="sums">Receives <see cref="Columns"/> sums.</param>
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        sums.Clear();
        Span<int> rows = stackalloc int[MostInShorts];
        for (var i = 0; i < features.Length; i += MostInShorts)
        {
            var count = Find(features[i..Math.Min(features.Length, i + MostInShorts)], rows);
            SumFew(rows[..count], sums);
        }
    }

    // All lookups before all sums, so that none waits for another.
    private int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        var count = 0;
        foreach (var feature in features)
        {
            var row = Find(feature);
            rows[count] = row;
            count += row < 0 ? 0 : 1;
        }

        return count;
    }

    private void SumFew(ReadOnlySpan<int> rows, Span<int> sums)
    {
        var (a, b, c, d) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var row in rows)
        {
            var first = Vector256.Create<sbyte>(_rows.AsSpan(row, Columns));
            var second = Vector256.Create<sbyte>(_rows.AsSpan(row, Columns)[32..]);
            a += Vector256.WidenLower(first);
            b += Vector256.WidenUpper(first);
            c += Vector256.WidenLower(second);
            d += Vector256.WidenUpper(second);
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
        var at = (int)key & _mask;
        var slot = _slots[at];
        while (slot.Row != 0 && slot.Key != key)
        {
            at = (at + 1) & _mask;
            slot = _slots[at];
        }

        return slot.Row - 1;
    }
}
