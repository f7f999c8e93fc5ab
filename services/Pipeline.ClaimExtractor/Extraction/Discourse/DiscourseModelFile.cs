using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>
/// Reads and writes the file of a <see cref="DiscourseModel"/>: four letters, the version of format and features, the SHA-256 of the
/// rest, then that rest compressed with Brotli. Numbers are little-endian.
/// </summary>
internal static class DiscourseModelFile
{
    /// <summary>Version of the format and of <see cref="SentenceFeatures"/>; a model of another one cannot be used.</summary>
    public const int Version = 1;

    private const int MostFeatures = 1 << 20;
    private static readonly byte[] Mark = "PPDM"u8.ToArray();

    private static readonly Lazy<DiscourseModel> Carried = new(ReadCarried);

    /// <summary>The model that this program carries, read once.</summary>
    /// <exception cref="ModelFileException">It is damaged or of another version.</exception>
    public static DiscourseModel Own => Carried.Value;

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">It is no model, is of another version, is cut off or damaged; says which and what to do.</exception>
    public static DiscourseWeights Read(Stream file)
    {
        using var reader = new BinaryReader(file);
        try
        {
            Expect(reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark), "is not a discourse model");
            var version = reader.ReadInt32();
            Expect(version == Version, $"has version {version}, and this program reads version {Version}");
            var hash = reader.ReadBytes(SHA256.HashSizeInBytes);
            var body = reader.ReadBytes(checked((int)(file.Length - file.Position)));
            Expect(SHA256.HashData(body).AsSpan().SequenceEqual(hash), "is cut off or damaged");
            using var content = new BinaryReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
            return ReadWeights(content);
        }
        catch (EndOfStreamException)
        {
            throw new ModelFileException("is cut off or damaged");
        }
    }

    /// <summary>Writes a model; the same weights give the same bytes.</summary>
    public static void Write(Stream file, DiscourseWeights weights)
    {
        using var body = new MemoryStream();
        using (var content = new BinaryWriter(new BrotliStream(body, CompressionLevel.SmallestSize, leaveOpen: true)))
        {
            content.Write(weights.Keys.Length);
            content.Write(MemoryMarshal.AsBytes<uint>(weights.Keys));
            content.Write(MemoryMarshal.AsBytes<sbyte>(Transposed(weights.Rows, weights.Keys.Length, FeatureTable.Columns)));
            foreach (var floats in (float[][])[weights.Scales, weights.First, weights.Second, weights.Output, weights.Chains, weights.Sharpness])
            {
                content.Write(MemoryMarshal.AsBytes<float>(floats));
            }

            content.Write(weights.ClaimThreshold);
            content.Write(weights.MainThreshold);
        }

        file.Write(Mark);
        file.Write(BitConverter.GetBytes(Version));
        file.Write(SHA256.HashData(body.ToArray()));
        file.Write(body.ToArray());
    }

    private static DiscourseModel ReadCarried()
    {
        using var file = typeof(DiscourseModelFile).Assembly.GetManifestResourceStream("discourse.model")
            ?? throw new ModelFileException("is not in this program");
        return new(Read(file));
    }

    private static DiscourseWeights ReadWeights(BinaryReader content)
    {
        var features = content.ReadInt32();
        Expect(features is >= 0 and <= MostFeatures, $"counts {features} features, which cannot be");
        var sizes = ContextNetwork.Sizes;
        return new()
        {
            Keys = ReadAll<uint>(content, features),
            Rows = Transposed(ReadAll<sbyte>(content, features * FeatureTable.Columns), FeatureTable.Columns, features),
            Scales = ReadAll<float>(content, FeatureTable.Columns),
            First = ReadAll<float>(content, sizes.First),
            Second = ReadAll<float>(content, sizes.Second),
            Output = ReadAll<float>(content, sizes.Output),
            Chains = ReadAll<float>(content, DiscourseHead.Chains.Sum(head => LabelChain.WeightsOf(head.Labels))),
            Sharpness = ReadAll<float>(content, DiscourseHead.Chains.Length),
            ClaimThreshold = content.ReadSingle(),
            MainThreshold = content.ReadSingle(),
        };
    }

    private static T[] ReadAll<T>(BinaryReader content, int count)
        where T : unmanaged
    {
        var values = new T[count];
        content.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    // Column by column the weights compress better.
    private static sbyte[] Transposed(sbyte[] values, int rows, int columns)
    {
        var result = new sbyte[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                result[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return result;
    }

    private static void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            throw new ModelFileException(problem);
        }
    }
}

/// <summary>The file of a learned model cannot be used.</summary>
/// <param name="problem">What is wrong with it, as the end of a sentence.</param>
public sealed class ModelFileException(string problem)
    : Exception($"The discourse model {problem}; write it anew with: pipeline train claims --data DIRECTORY");
