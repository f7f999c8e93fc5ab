using System.Buffers.Binary;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What the model decides.</summary>
internal enum QuantityDecision
{
    /// <summary>Is the number a quantity?</summary>
    Keep,

    /// <summary>Does the span take in the words before it?</summary>
    Lead,

    /// <summary>Does the span take in the words behind it?</summary>
    Tail,

    /// <summary>Are two neighbours one quantity?</summary>
    Merge,
}

/// <summary>
/// Logistic weights of all decisions in one hashed table. Each feature has a weight for all texts and one more for the kind of
/// text: reports of measurements, in which everything measured counts, or computer science, in which results do.
/// </summary>
internal sealed class QuantityModel
{
    /// <summary>Length of the weight table.</summary>
    public const int TableSize = 1 << 17;

    /// <summary>Length of the table of words that tell the kinds of text apart.</summary>
    public const int WordTableSize = 1 << 13;

    private const uint Magic = 0x314D5150; // "PQM1"
    private const int HeaderSize = 12;
    private const string Resource = "quantities.model";

    // Training needs the slots but not the model that it is about to replace.
    private static readonly Lazy<QuantityModel> Carried = new(LoadResource);

    private readonly float[] _weights = new float[TableSize];
    private readonly float[] _words = new float[WordTableSize];
    private float _bias;

    /// <summary>The model this assembly carries.</summary>
    public static QuantityModel Default => Carried.Value;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is no such file, of another version, or damaged.</exception>
    public static QuantityModel Load(ReadOnlySpan<byte> file)
    {
        const int Expected = HeaderSize + (2 * (TableSize + WordTableSize));
        if (file.Length != Expected || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            throw new InvalidDataException($"The quantities model is not a file of version 1 with {Expected} bytes; train it again with 'train quantities'.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) != Checksum(file[HeaderSize..]))
        {
            throw new InvalidDataException("The quantities model is damaged: its checksum does not fit; train it again with 'train quantities'.");
        }

        var model = new QuantityModel { _bias = BinaryPrimitives.ReadSingleLittleEndian(file[8..]) };
        ReadTable(file[HeaderSize..], model._weights);
        ReadTable(file[(HeaderSize + (2 * TableSize))..], model._words);
        return model;
    }

    /// <summary>The file of a model.</summary>
    public static byte[] Save(ReadOnlySpan<double> weights, ReadOnlySpan<double> words, double bias)
    {
        var file = new byte[HeaderSize + (2 * (weights.Length + words.Length))];
        WriteTable(weights, file.AsSpan(HeaderSize));
        WriteTable(words, file.AsSpan(HeaderSize + (2 * weights.Length)));
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), Checksum(file.AsSpan(HeaderSize)));
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8), (float)bias);
        return file;
    }

    /// <summary>Whether a text reads like a report of measurements rather than like computer science.</summary>
    public bool ReportsMeasurements(TokenizedText text)
    {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            var view = text.ViewOf(i);
            for (var j = 0; j < view.Count; j++)
            {
                sum += _words[WordSlot(view, j)];
            }

            count += view.Count;
        }

        return count > 0 && (sum / Math.Sqrt(count)) + _bias > 0;
    }

    /// <summary>Log odds of a decision.</summary>
    public double Score(QuantityDecision decision, ReadOnlySpan<uint> features, bool reportsMeasurements)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += _weights[SharedSlot(decision, feature)] + _weights[KindSlot(decision, feature, reportsMeasurements)];
        }

        return sum;
    }

    /// <summary>Where the weight of a feature for all texts is.</summary>
    public static int SharedSlot(QuantityDecision decision, uint feature) => Slot(feature, (uint)decision);

    /// <summary>Where its weight for one kind of text is.</summary>
    public static int KindSlot(QuantityDecision decision, uint feature, bool reportsMeasurements)
        => Slot(feature, (uint)decision + (reportsMeasurements ? 8u : 16u));

    /// <summary>Where the weight of a word is.</summary>
    public static int WordSlot(TokenView view, int at)
    {
        var hash = FeatureList.Word(view, at);
        return (int)((hash ^ (hash >> 15)) & (WordTableSize - 1));
    }

    private static int Slot(uint feature, uint salt)
    {
        var hash = (feature ^ (salt * 0x85EBCA6B)) * 0xC2B2AE35;
        return (int)((hash ^ (hash >> 15)) & (TableSize - 1));
    }

    private static void ReadTable(ReadOnlySpan<byte> bytes, float[] table)
    {
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]);
        }
    }

    private static void WriteTable(ReadOnlySpan<double> table, Span<byte> bytes)
    {
        for (var i = 0; i < table.Length; i++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes[(2 * i)..], (Half)table[i]);
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261;
        foreach (var b in bytes)
        {
            sum = (sum ^ b) * 16777619;
        }

        return sum;
    }

    private static QuantityModel LoadResource()
    {
        using var stream = typeof(QuantityModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly carries no {Resource}; train it with 'train quantities'.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Load(file);
    }
}
