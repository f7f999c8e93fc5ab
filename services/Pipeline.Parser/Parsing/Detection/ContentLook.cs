using Pipeline.Parser.Parsing.Bytes;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What content looks like by its first bytes, whether a format can read it or not.</summary>
/// <param name="Description">What it looks like: <c>a PDF document</c>.</param>
/// <param name="Advice">What to do when it cannot be read, one sentence.</param>
/// <param name="NeverText">Whether no format of text can read it, so that trying is pointless.</param>
/// <param name="FirstWords">Its first words, fit to be shown; null when it has none.</param>
/// <param name="IsPage">Whether it is a page of a web site.</param>
internal sealed record ContentLook(string Description, string Advice, bool NeverText = false, string? FirstWords = null, bool IsPage = false)
{
    private const string HandOverList = "hand over a page, a feed or an answer that lists papers.";
    private const string Unpack = "unpack it and hand over the file inside.";

    private static readonly (byte[] Signature, ContentLook Look)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), new("a PDF document", HandOverList, true)),
        ([0x1F, 0x8B], new("a gzip file inside another", Unpack, true)),
        ("PK\u0003\u0004"u8.ToArray(), new("a zip file (or an Office document)", Unpack, true)),
        ([0x28, 0xB5, 0x2F, 0xFD], new("a zstd file", Unpack, true)),
        ([0xFD, .. "7zXZ"u8], new("an xz file", Unpack, true)),
        ([.. "7z"u8, 0xBC, 0xAF], new("a 7z file", Unpack, true)),
        ("BZh"u8.ToArray(), new("a bzip2 file", Unpack, true)),
        ([0x89, .. "PNG"u8], new("an image", HandOverList, true)),
        ([0xFF, 0xD8, 0xFF], new("an image", HandOverList, true)),
        ("SQLite format 3"u8.ToArray(), new("a SQLite database", "export what it holds as JSON Lines.", true)),
    ];

    /// <summary>Looks at the first bytes.</summary>
    public static ContentLook Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return new("an empty file", "check how it was saved or fetched.", true);
        }

        foreach (var (signature, look) in Signatures)
        {
            if (head.StartsWith(signature))
            {
                return look;
            }
        }

        var text = head.TrimStart(" \t\r\n\f\v"u8);
        return IsBinary(head) ? new("a binary file", "hand over text, XML, HTML or JSON.", true)
            : text.IsEmpty ? new("a file of white space only", "check how it was saved or fetched.", true)
            : TextLook.Of(LooseText.Decode(text));
    }

    // Text has line breaks and tabs, perhaps colours; a file with one control byte in a hundred is something else.
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var control = 0;
        foreach (var b in head)
        {
            control += b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or (byte)'\v' or 0x1B) ? 1 : 0;
        }

        return control * 100L > head.Length;
    }
}
