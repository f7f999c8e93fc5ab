using System.Buffers;
using System.Net;
using System.Text;

namespace Pipeline.Parser.Parsing.Html;

/// <summary>Texts of papers that may carry markup of HTML, JATS or MathML: the words without it.</summary>
/// <remarks>Only tags of known names count: in "where x&lt;y" the sign is an inequality and stays.</remarks>
internal static class MarkupText
{
    // No abstract is so long; the rules of a paper reject it as it stands.
    private const int MaxLength = 1_000_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("<&");

    /// <summary>A title: markup dropped, entities decoded.</summary>
    public static string? Title(string? text)
        => IsPlain(text) ? text : Decode(Strip(text!, " ", out _)).Trim();

    /// <summary>An abstract: likewise, with an empty line between paragraphs, and without a heading that only says "Abstract".</summary>
    public static string? Abstract(string? text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var plain = Strip(text!, "\n\n", out var hasBlocks);
        return Decode(hasBlocks ? WithoutHeading(Paragraphs(plain)) : plain);
    }

    private static bool IsPlain(string? text)
        => text is null || text.Length > MaxLength || !text.AsSpan().ContainsAny(Signs);

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    private static string Strip(string text, string blockEnd, out bool hasBlocks)
    {
        hasBlocks = false;
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.AsSpan(at).IndexOf('<') is >= 0 and var next)
        {
            result.Append(text, at, next);
            at += next;
            var tag = MarkupTag.At(text.AsSpan(at), out var name);
            result.Append(tag.Kind switch { MarkupKind.None => "<", MarkupKind.Block => blockEnd, _ => "" });
            hasBlocks |= tag.Kind == MarkupKind.Block;
            at += Math.Max(tag.Length, 1);
            at = tag.Kind == MarkupKind.Dropped ? EndOf(text, at, name) : at;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // Up to the end tag, which is dropped as any other; to the end of the text when there is none.
    private static int EndOf(string text, int from, ReadOnlySpan<char> name)
    {
        var rest = text.AsSpan(from);
        for (var at = 0; rest[at..].IndexOf("</") is >= 0 and var next; at += 2)
        {
            at += next;
            var end = rest[(at + 2)..];
            var colon = end[..Math.Min(end.Length, 10)].IndexOf(':') + 1;
            if (end[colon..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return from + at;
            }
        }

        return text.Length;
    }

    private static List<string> Paragraphs(string text)
        => [.. text.Split("\n\n").Select(OneLine).Where(paragraph => paragraph.Length > 0)];

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutHeading(List<string> paragraphs)
        => string.Join("\n\n", paragraphs is [var first, _, ..] && IsHeading(first) ? paragraphs.Skip(1) : paragraphs);

    private static bool IsHeading(string paragraph)
        => paragraph.AsSpan().TrimEnd(":. ") is var words
            && (words.Equals("abstract", StringComparison.OrdinalIgnoreCase) || words.Equals("summary", StringComparison.OrdinalIgnoreCase));
}
