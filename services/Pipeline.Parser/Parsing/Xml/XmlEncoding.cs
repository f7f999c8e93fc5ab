using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>How the bytes of an XML document are decoded: as declared where that can be true, else as UTF-8.</summary>
/// <remarks>A byte order mark has been dealt with before: text of UTF-16 or UTF-32 arrives as UTF-8, whatever it declares.</remarks>
internal static partial class XmlEncoding
{
    /// <summary>Bytes that hold every declaration.</summary>
    public const int BytesLookedAt = 1024;

    /// <summary>UTF-8 in which a byte that cannot be is taken as windows-1252: feeds mix the two.</summary>
    public static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private const string Declared = "<?xml encoding=";

    // What the web calls Latin 1 is windows-1252, and so it is written.
    private static readonly string[] Latin = ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "cp1252"];

    /// <summary>Chooses by the first bytes.</summary>
    public static Encoding Of(ReadOnlySpan<byte> head)
    {
        var beginning = Encoding.Latin1.GetString(head[..Math.Min(head.Length, BytesLookedAt)]);
        var match = Declaration.Match(beginning);
        return match.Success ? Named(match.Groups["name"].Value) : Utf8;
    }

    private static Encoding Named(string name)
    {
        var codePage = Latin.Contains(name, StringComparer.OrdinalIgnoreCase) ? "windows-1252" : name;
        return CodePagesEncodingProvider.Instance.GetEncoding(codePage) is { } encoding && CanBeTrue(encoding) ? encoding : Utf8;
    }

    // In some encodings, such as EBCDIC, the declaration itself could not have been read.
    private static bool CanBeTrue(Encoding encoding) => encoding.GetString(Encoding.ASCII.GetBytes(Declared)) == Declared;

    [GeneratedRegex("""^\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration { get; }
}
