using System.Numerics;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>From the key of an n-gram to its row in a model, by open addressing.</summary>
internal sealed class RowTable
{
    // Most pairs of words are unknown; a bit for the upper half of every key tells so without a look at the large table.
    private const int MarkBits = 19;

    private readonly ulong[] _marks = new ulong[1 << (MarkBits - 6)];
    private readonly ulong[] _slots;
    private readonly int _mask;

    public RowTable(uint[] keys)
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        _mask = _slots.Length - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            _marks[MarkOf(keys[row])] |= BitOf(keys[row]);
            var at = (int)keys[row] & _mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & _mask;
            }

            // The row is counted from 1, so that an empty slot is 0 whatever the key.
            _slots[at] = ((ulong)keys[row] << 32) | (uint)(row + 1);
        }
    }

    /// <summary>The row of a key; -1 when the model does not know it.</summary>
    public int Find(uint key)
    {
        if ((_marks[MarkOf(key)] & BitOf(key)) == 0)
        {
            return -1;
        }

        for (var at = (int)key & _mask; _slots[at] is not 0 and var slot; at = (at + 1) & _mask)
        {
            if ((uint)(slot >> 32) == key)
            {
                return (int)(uint)slot - 1;
            }
        }

        return -1;
    }

    private static int MarkOf(uint key) => (int)(key >> (32 - MarkBits + 6));

    private static ulong BitOf(uint key) => 1ul << (int)((key >> (32 - MarkBits)) & 63);
}
