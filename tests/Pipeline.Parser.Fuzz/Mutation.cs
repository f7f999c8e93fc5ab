using System.IO.Compression;
using System.Text;

namespace Pipeline.Parser.Fuzz;

/// <summary>Makes new inputs out of old ones.</summary>
/// <param name="random">Decides; seeded.</param>
/// <param name="seeds">Inputs to begin with; at least one.</param>
public sealed class Mutation(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int MaxLength = 512 * 1024;
    private const int MostSteps = 6;

    // What the readers look for.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\0", "\n", "\r\n", "\n\n", "{", "}", "[", "]", "\"", "\\", "\\\\\n", "\\\\ (", "@", "@article{", "@string{a = a # a}", "#", "$", "TY  - ", "ER  - ", "\nTI  - ", "AB  - ",
            "PT J", "arXiv:", "arXiv:2401.01234", "Paper: hep-th/9901001", "------------------------------------------------------------", "Date (revised v2): ", "Title: ",
            "<", ">", "</", "<!--", "<![CDATA[", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#x0;", "<entry>", "<item>", "<rdf:RDF", "xmlns:a=\"b\"", "\\ud800", "\u202E", "\uFEFF",
            "\"title\":", "\"abstract\":", "null", "1e999", "-", "·", "173", "Daily Papers", "](", "![", "---\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0x1F, 0x8B, 0x08], [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var input = Pick();
        for (var steps = 1 + random.Next(MostSteps); steps > 0; steps--)
        {
            input = Step(input);
            input = input.Length > MaxLength ? input[..MaxLength] : input;
        }

        return random.Next(20) switch
        {
            0 => Gzip(input),
            1 => Cut(Gzip(input)),
            2 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(input))],
            3 => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(input)),
            _ => input,
        };
    }

    private byte[] Pick() => seeds[random.Next(seeds.Count)];

    private byte[] Step(byte[] input) => random.Next(9) switch
    {
        0 => Flip(input),
        1 => Cut(input),
        2 or 3 => Insert(input, Tokens[random.Next(Tokens.Length)]),
        4 => Insert(input, Repeat(Tokens[random.Next(Tokens.Length)])),
        5 => Insert(input, Piece(input)),
        6 => Insert(input, Piece(Pick())),
        7 => Remove(input),
        _ => [.. Cut(input), .. Pick()],
    };

    private byte[] Flip(byte[] input)
    {
        var flipped = input.ToArray();
        for (var times = 1 + random.Next(8); times > 0 && flipped.Length > 0; times--)
        {
            flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        }

        return flipped;
    }

    private byte[] Cut(byte[] input) => input[..random.Next(input.Length + 1)];

    private byte[] Insert(byte[] input, byte[] what)
    {
        var at = random.Next(input.Length + 1);
        return [.. input[..at], .. what, .. input[at..]];
    }

    private byte[] Repeat(byte[] what)
    {
        var times = 1 << random.Next(13);
        return [.. Enumerable.Repeat(what, times).SelectMany(piece => piece).Take(MaxLength)];
    }

    private byte[] Piece(byte[] input)
    {
        var start = random.Next(input.Length + 1);
        return input[start..(start + random.Next(Math.Min(input.Length - start, 20_000) + 1))];
    }

    private byte[] Remove(byte[] input)
    {
        var start = random.Next(input.Length + 1);
        return [.. input[..start], .. input[(start + random.Next(Math.Min(input.Length - start, 2_000) + 1))..]];
    }

    private static byte[] Gzip(byte[] input)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(input);
        }

        return packed.ToArray();
    }
}
