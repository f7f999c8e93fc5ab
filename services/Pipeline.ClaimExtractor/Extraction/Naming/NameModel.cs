using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What was learned about names: weights of features, and data sets known by name.</summary>
/// <remarks>
/// File: <c>PNAM</c>, version, then little-endian counts, and last a checksum. See <see cref="Read"/>. <c>train names</c> writes it.
/// </remarks>
internal sealed class NameModel
{
    /// <summary>A name is something else, a method of the paper, or a data set.</summary>
    public const int Classes = 3;

    /// <summary>Slots that features are hashed into.</summary>
    public const int Slots = 1 << 16;

    private const uint Magic = 0x4D414E50;
    private const int Version = 1;
    private const int HeaderLength = 16;

    private readonly sbyte[] _weights;
    private readonly uint[] _keys;
    private readonly sbyte[] _values;

    /// <param name="scale">What a weight of 1 is worth.</param>
    /// <param name="weights">One for each slot and class.</param>
    /// <param name="keys">Hashes of known names, ascending.</param>
    /// <param name="values">What is known of each, -8 to 8.</param>
    public NameModel(float scale, sbyte[] weights, uint[] keys, sbyte[] values)
    {
        (Scale, _weights, _keys, _values) = (scale, weights, keys, values);
    }

    /// <summary>The model that the service carries.</summary>
    public static NameModel Default { get; } = Load();

    /// <summary>What a weight of 1 is worth.</summary>
    public float Scale { get; }

    /// <summary>How the papers that this was learned from speak for a data set of this name, -8 to 8; 0 when it is not known.</summary>
    public int Known(uint key) => Array.BinarySearch(_keys, key) is >= 0 and var at ? _values[at] : 0;

    /// <summary>Whether several papers use a name.</summary>
    public bool IsKnown(uint key) => Array.BinarySearch(_keys, key) >= 0;

    /// <summary>All known names, by ascending hash.</summary>
    public (uint[] Keys, sbyte[] Values) Names() => (_keys, _values);

    /// <summary>Adds the weights of features to the scores of the classes, unscaled.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var at = (int)(feature & (Slots - 1)) * Classes;
            scores[0] += _weights[at];
            scores[1] += _weights[at + 1];
            scores[2] += _weights[at + 2];
        }
    }

    /// <summary>The model as a file.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Length(_keys.Length)];
        var header = bytes.AsSpan(0, HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], _keys.Length);
        BinaryPrimitives.WriteSingleLittleEndian(header[12..], Scale);
        var rest = bytes.AsSpan(HeaderLength);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(rest);
        rest = rest[_weights.Length..];
        for (var i = 0; i < _keys.Length; i++, rest = rest[5..])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, _keys[i]);
            rest[4] = unchecked((byte)_values[i]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(rest, Checksum(bytes.AsSpan(0, bytes.Length - 4)));
        return bytes;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="NameModelException">It is not one, of another version, or damaged; says what to do.</exception>
    public static NameModel Read(ReadOnlySpan<byte> bytes)
    {
        Check(bytes.Length >= HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Magic, "it is no model of names");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        Check(version == Version, $"it has version {version}, this program reads version {Version}");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        Check(count >= 0 && count <= bytes.Length && bytes.Length == Length(count), "it is cut short or too long");
        Check(BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) == Checksum(bytes[..^4]), "its checksum is wrong");
        var scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[12..]);
        Check(float.IsFinite(scale) && scale > 0, "its scale is no positive number");
        var weights = new sbyte[Slots * Classes];
        bytes.Slice(HeaderLength, weights.Length).CopyTo(MemoryMarshal.AsBytes(weights.AsSpan()));
        var keys = new uint[count];
        var values = new sbyte[count];
        var rest = bytes[(HeaderLength + weights.Length)..];
        for (var i = 0; i < count; i++, rest = rest[5..])
        {
            keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            values[i] = unchecked((sbyte)rest[4]);
            Check(i == 0 || keys[i] > keys[i - 1], "its names are out of order");
        }

        return new(scale, weights, keys, values);
    }

    private static NameModel Load()
    {
        using var stream = typeof(NameModel).Assembly.GetManifestResourceStream("names.model")
            ?? throw new NameModelException("it is not in the program");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    private static int Length(int names) => HeaderLength + (Slots * Classes) + (names * 5) + 4;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261u;
        foreach (var b in bytes)
        {
            sum = (sum ^ b) * 16777619;
        }

        return sum;
    }

    private static void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new NameModelException(problem);
        }
    }
}

/// <summary>The model of names cannot be used. The message says why and what to do.</summary>
internal sealed class NameModelException(string problem)
    : Exception($"names.model: {problem}. Make it again with 'pipeline train names --data FOLDER' and rebuild.");
