using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Makes XML text acceptable where it is not: undeclared entities, bare ampersands, characters that XML forbids.</summary>
internal static class XmlRepair
{
    private const int LongestEntity = 40;

    private static readonly SearchValues<char> Suspect = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r']), '&', '\uFFFE', '\uFFFF']);

    /// <summary>Appends text or a tag: entities of HTML decoded, others kept as the text they are, forbidden characters dropped.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Suspect) is >= 0 and var at)
        {
            target.Append(text[..at]);
            text = text[at..];
            var done = text[0] == '&' ? AppendReference(target, text) : AppendForbidden(target, text[0]);
            text = text[done..];
        }

        target.Append(text);
    }

    /// <summary>Appends a CDATA section, in which only characters need repair.</summary>
    public static void AppendCData(StringBuilder target, ReadOnlySpan<char> section)
    {
        while (section.IndexOfAny(Suspect) is >= 0 and var at)
        {
            target.Append(section[..at]);
            if (section[at] == '&')
            {
                target.Append('&');
            }
            else
            {
                AppendForbidden(target, section[at]);
            }

            section = section[(at + 1)..];
        }

        target.Append(section);
    }

    /// <summary>The text of an entity of HTML or a number, without its ampersand and semicolon; null when there is none.</summary>
    public static string? Decode(ReadOnlySpan<char> entity)
        => entity.StartsWith("#") ? DecodeNumber(entity[1..]) : HtmlEntityProvider.Resolver.GetSymbol($"{entity};");

    // Form feeds and vertical tabs separate words; the rest is noise.
    private static int AppendForbidden(StringBuilder target, char c)
    {
        if (c is '\f' or '\v')
        {
            target.Append(' ');
        }

        return 1;
    }

    // Returns how much has been dealt with.
    private static int AppendReference(StringBuilder target, ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end > 1 && text[1..end] is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            target.Append(text[..(end + 1)]);
            return end + 1;
        }

        if (end > 1 && IsEntity(text[1..end]) && Decode(text[1..end]) is { } decoded)
        {
            foreach (var c in decoded)
            {
                _ = c is '&' or '<' or '>' or '"' or '\'' ? target.Append(CultureInfo.InvariantCulture, $"&#{(int)c};") : target.Append(c);
            }

            return end + 1;
        }

        target.Append("&amp;");
        return 1;
    }

    private static bool IsEntity(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
            {
                return false;
            }
        }

        return true;
    }

    private static string? DecodeNumber(ReadOnlySpan<char> digits)
    {
        var isHex = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return !int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code) ? null
            : code is >= 0x80 and <= 0x9F ? Windows1252Fallback.Decode([(byte)code])
            : code is 0x0B or 0x0C ? " "
            : code < 0x20 && code is not (0x09 or 0x0A or 0x0D) ? ""
            : Rune.IsValid(code) && code is not (0xFFFE or 0xFFFF) ? new Rune(code).ToString()
            : "\uFFFD";
    }
}
