using System.Buffers.Binary;
using System.Text;

namespace Pipeline.LocalMongo.Wire;

/// <summary>One element of a BSON document: its type, its name and its value, not copied.</summary>
internal readonly record struct BsonItem(byte Type, ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)
{
    public const byte Document = 0x03;
    public const byte Array = 0x04;

    public bool Is(ReadOnlySpan<byte> name) => Name.Span.SequenceEqual(name);

    public BsonView AsDocument() => new(Value);

    /// <summary>The text of a string; null for every other type.</summary>
    public string? AsString() => Type == 0x02 ? Encoding.UTF8.GetString(Value.Span[4..^1]) : null;

    public bool AsBoolean() => Type switch
    {
        0x08 => Value.Span[0] != 0,
        0x01 => BinaryPrimitives.ReadDoubleLittleEndian(Value.Span) != 0,
        _ => AsInt64() != 0,
    };

    /// <summary>The value of a number; 0 for every other type.</summary>
    public long AsInt64() => Type switch
    {
        0x10 => BinaryPrimitives.ReadInt32LittleEndian(Value.Span),
        0x12 => BinaryPrimitives.ReadInt64LittleEndian(Value.Span),
        0x01 => (long)BinaryPrimitives.ReadDoubleLittleEndian(Value.Span),
        _ => 0,
    };
}

/// <summary>Walks over the elements of a BSON document without building it.</summary>
internal readonly struct BsonView(ReadOnlyMemory<byte> bytes)
{
    /// <summary>A document without elements.</summary>
    public static BsonView Empty => new(new byte[] { 5, 0, 0, 0, 0 });

    public BsonItem? Find(ReadOnlySpan<byte> name)
    {
        foreach (var item in this)
        {
            if (item.Is(name))
            {
                return item;
            }
        }

        return null;
    }

    public Enumerator GetEnumerator() => new(bytes);

    /// <summary>The number of documents in a section of kind 1.</summary>
    public static int CountDocuments(ReadOnlySpan<byte> documents)
    {
        var count = 0;
        while (!documents.IsEmpty)
        {
            documents = documents[DocumentBytes(documents)..];
            count++;
        }

        return count;
    }

    private static int DocumentBytes(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return length < 5 || length > bytes.Length ? throw new WireException("malformed BSON") : length;
    }

    internal struct Enumerator(ReadOnlyMemory<byte> bytes)
    {
        private int _position = 4;

        public BsonItem Current { get; private set; }

        public bool MoveNext()
        {
            if (bytes.Length < 5 || _position >= bytes.Length)
            {
                throw new WireException("malformed BSON");
            }

            var type = bytes.Span[_position];
            if (type == 0)
            {
                return false;
            }

            var rest = bytes[(_position + 1)..];
            var name = rest.Span.IndexOf((byte)0);
            var value = name < 0 ? throw new WireException("malformed BSON") : rest[(name + 1)..];
            var size = ValueBytes(type, value.Span);
            if (size > value.Length)
            {
                throw new WireException("malformed BSON");
            }

            Current = new(type, rest[..name], value[..size]);
            _position += 1 + name + 1 + size;
            return true;
        }

        private static int ValueBytes(byte type, ReadOnlySpan<byte> value) => type switch
        {
            0x01 or 0x09 or 0x11 or 0x12 => 8,
            0x02 or 0x0D or 0x0E => Prefixed(value, 4),
            0x03 or 0x04 or 0x0F => DocumentBytes(value),
            0x05 => Prefixed(value, 5),
            0x06 or 0x0A or 0x7F or 0xFF => 0,
            0x07 => 12,
            0x08 => 1,
            0x0B => CString(value) + CString(value[CString(value)..]),
            0x0C => Prefixed(value, 4 + 12),
            0x10 => 4,
            0x13 => 16,
            _ => throw new WireException($"BSON type {type} is not known"),
        };

        // A length that counts what follows it, and the bytes that it does not count.
        private static int Prefixed(ReadOnlySpan<byte> value, int uncounted)
        {
            var length = value.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(value);
            return length < 0 || length > value.Length ? throw new WireException("malformed BSON") : length + uncounted;
        }

        private static int CString(ReadOnlySpan<byte> value)
        {
            var end = value.IndexOf((byte)0);
            return end < 0 ? throw new WireException("malformed BSON") : end + 1;
        }
    }
}
