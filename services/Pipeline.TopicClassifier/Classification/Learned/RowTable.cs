using System.Numerics;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>From the key of an n-gram to its row in a model, by open addressing.</summary>
internal sealed class RowTable
{
    private readonly ulong[] _slots;
    private readonly int _mask;

    public RowTable(uint[] keys)
    {
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2))];
        _mask = _slots.Length - 1;
        for (var row = 0; row < keys.Length; row++)
        {
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
        for (var at = (int)key & _mask; _slots[at] is not 0 and var slot; at = (at + 1) & _mask)
        {
            if ((uint)(slot >> 32) == key)
            {
                return (int)(uint)slot - 1;
            }
        }

        return -1;
    }
}
