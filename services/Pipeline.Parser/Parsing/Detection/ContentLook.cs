using System.Text;

namespace Pipeline.Parser.Parsing.Detection;

/// <summary>What content looks like by its first bytes, whether a format can read it or not.</summary>
/// <param name="Description">What it looks like: <c>a PDF document</c>.</param>
/// <param name="Advice">What to do when it cannot be read, one sentence.</param>
/// <param name="NeverText">Whether no format of text can read it, so that trying is pointless.</param>
internal sealed record ContentLook(string Description, string Advice, bool NeverText = false)
{
    private const string FetchJson = "fetch https://huggingface.co/api/daily_papers, or select all of the page, copy it and save it as a text file.";
    private const string Unpack = "unpack it and hand over the file inside.";
    private const string Reencode = "save it as UTF-8.";

    private static readonly (byte[] Signature, ContentLook Look)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), new("a PDF document", "hand over the page that lists papers, not a paper; " + FetchJson, true)),
        ([0x1F, 0x8B], new("a gzip file", Unpack, true)),
        ("PK\u0003\u0004"u8.ToArray(), new("a zip file (or an Office document)", Unpack, true)),
        ([0x28, 0xB5, 0x2F, 0xFD], new("a zstd file", Unpack, true)),
        ([0xFD, .. "7zXZ"u8], new("an xz file", Unpack, true)),
        ([.. "7z"u8, 0xBC, 0xAF], new("a 7z file", Unpack, true)),
        ("BZh"u8.ToArray(), new("a bzip2 file", Unpack, true)),
        ([0xFF, 0xFE], new("UTF-16 text", Reencode, true)),
        ([0xFE, 0xFF], new("UTF-16 text", Reencode, true)),
        ([0x89, .. "PNG"u8], new("an image", FetchJson, true)),
        ([0xFF, 0xD8, 0xFF], new("an image", FetchJson, true)),
        ("SQLite format 3"u8.ToArray(), new("a SQLite database", "export what it holds as JSON Lines.", true)),
    ];

    private static readonly (string Beginning, ContentLook Look)[] Beginnings =
    [
        ("<!doctype html", new("an HTML page", FetchJson)),
        ("<html", new("an HTML page", FetchJson)),
        ("<head", new("an HTML page", FetchJson)),
        ("<body", new("an HTML page", FetchJson)),
        ("{", new("a JSON object", "write one {\"title\", \"abstract\"} a line.")),
        ("[", new("a JSON list", "write one {\"title\", \"abstract\"} a line.")),
        ("@", new("BibTeX, or text that begins with @", "convert it to lines of {\"title\", \"abstract\"}.")),
        ("ty  -", new("a RIS export", "convert it to lines of {\"title\", \"abstract\"}.")),
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

        return IsBinary(head) ? new("a binary file", "hand over text or JSON.", true) : OfText(head.TrimStart(" \t\r\n\f\v"u8));
    }

    private static ContentLook OfText(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return new("a file of white space only", "check how it was saved or fetched.", true);
        }

        var beginning = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 200)]);
        var found = Array.Find(Beginnings, known => beginning.StartsWith(known.Beginning, StringComparison.OrdinalIgnoreCase));
        return found.Look
            ?? (text[0] != '<' ? new("plain text that is no listing", "name the format with --format if it is one after all, or " + FetchJson)
                : text.IndexOf("<html"u8) >= 0 ? Beginnings[0].Look
                : XmlLook.Of(text));
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
