using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>Reads and writes model files: <c>PTOP</c>, form, checksum of the rest, counts, then the arrays, little-endian.</summary>
internal static class TopicModelFile
{
    /// <summary>The form this program reads and writes.</summary>
    public const int Form = 1;

    private const uint Magic = 0x504F5450;
    private const int MostLabels = 4096;
    private const int MostRows = 1 << 22;
    private const int HeaderLength = 12;

    public static byte[] Write(TopicModelContent content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Form);
        writer.Write(0u);
        writer.Write(content.Taxonomy);
        writer.Write(content.Labels.Length);
        foreach (var label in content.Labels)
        {
            writer.Write(label);
        }

        writer.Write(content.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes<float>(content.Scales));
        writer.Write(MemoryMarshal.AsBytes<float>(content.Biases));
        writer.Write(MemoryMarshal.AsBytes<float>(content.Thresholds));
        writer.Write(MemoryMarshal.AsBytes<uint>(content.Keys));
        writer.Write(MemoryMarshal.AsBytes<Half>(content.Rarities));
        writer.Write(MemoryMarshal.AsBytes<bool>(content.Readable));
        writer.Write(MemoryMarshal.AsBytes<sbyte>(content.Weights));
        var bytes = stream.ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(8), Checksum(bytes));
        return bytes;
    }

    /// <exception cref="TopicModelException">It is not a model, of another form, cut short or damaged.</exception>
    public static TopicModel Read(byte[] bytes)
    {
        Check(bytes.Length >= HeaderLength && BitConverter.ToUInt32(bytes) == Magic, "it is no model of topics");
        var form = BitConverter.ToInt32(bytes, 4);
        Check(form == Form, $"it has form {form}, this program reads form {Form}");
        var checksum = Checksum(bytes);
        Check(BitConverter.ToUInt32(bytes, 8) == checksum, "it is cut short or damaged: its checksum is wrong");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength), Encoding.UTF8);
            var content = ReadContent(reader);
            Check(reader.BaseStream.Position == reader.BaseStream.Length, "it is too long");
            TopicModelRules.Check(content);
            return new(content, checksum.ToString("x8", CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new TopicModelException("it is cut short", e);
        }
    }

    private static TopicModelContent ReadContent(BinaryReader reader)
    {
        var taxonomy = reader.ReadString();
        var labels = new string[Count(reader, MostLabels, "topics")];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        var rows = Count(reader, MostRows, "n-grams");
        return new()
        {
            Taxonomy = taxonomy,
            Labels = labels,
            Scales = Values<float>(reader, labels.Length),
            Biases = Values<float>(reader, labels.Length),
            Thresholds = Values<float>(reader, labels.Length),
            Keys = Values<uint>(reader, rows),
            Rarities = Values<Half>(reader, rows),
            Readable = [.. Values<byte>(reader, rows).Select(flag => flag != 0)],
            Weights = Values<sbyte>(reader, (long)rows * labels.Length),
        };
    }

    private static int Count(BinaryReader reader, int most, string what)
    {
        var count = reader.ReadInt32();
        Check(count > 0 && count <= most, $"it says to have {count} {what}");
        return count;
    }

    // Room is made only for what the file can hold: a wrong count must not ask for gigabytes.
    private static T[] Values<T>(BinaryReader reader, long count)
        where T : unmanaged
    {
        if (count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>() > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new EndOfStreamException();
        }

        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = 14695981039346656037UL;
        var rest = bytes.AsSpan(HeaderLength);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(rest))
        {
            sum = (sum ^ word) * 1099511628211UL;
            sum ^= sum >> 29;
        }

        foreach (var b in rest[(rest.Length / 8 * 8)..])
        {
            sum = (sum ^ b) * 1099511628211UL;
        }

        return (uint)(sum ^ (sum >> 32));
    }

    private static void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new TopicModelException(problem);
        }
    }
}
