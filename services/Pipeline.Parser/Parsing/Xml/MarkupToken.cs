using System.Buffers;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>Kinds of pieces that XML text falls into.</summary>
internal enum MarkupKind
{
    /// <summary>Character data; also a stray <c>&lt;</c> with what follows.</summary>
    Text,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>A tag that is start and end.</summary>
    Empty,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>A CDATA section.</summary>
    CData,

    /// <summary>A comment, a processing instruction or a document type: nothing that is read.</summary>
    Ignored,

    /// <summary>A tag in which another begins.</summary>
    Malformed,

    /// <summary>The text ends in the middle of a piece.</summary>
    Cut,
}

/// <summary>One piece of XML text, told by its borders alone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
internal readonly record struct MarkupToken(MarkupKind Kind, int Length)
{
    private const int LongestOpening = 9;

    private static readonly SearchValues<char> TagBorders = SearchValues.Create("\"'<>");
    private static readonly SearchValues<char> DeclarationBorders = SearchValues.Create("\"'[]<>");

    /// <summary>Finds the end of the piece that a text begins with.</summary>
    /// <returns>False when it ends behind the text, and the text goes on.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, bool ended, out MarkupToken token)
    {
        token = default;
        if (text.IsEmpty || (!ended && text.Length < LongestOpening))
        {
            return false;
        }

        token = Read(text);
        if (token.Length > 0)
        {
            return true;
        }

        token = new MarkupToken(token.Kind == MarkupKind.Text ? MarkupKind.Text : MarkupKind.Cut, text.Length);
        return ended;
    }

    // A length of 0 says that the end was not found.
    private static MarkupToken Read(ReadOnlySpan<char> text)
    {
        if (text[0] != '<' || text.Length == 1)
        {
            return new(MarkupKind.Text, EndOfText(text));
        }

        return text[1] switch
        {
            '!' when text.StartsWith("<!--") => new(MarkupKind.Ignored, EndOf(text, 4, "-->")),
            '!' when text.StartsWith("<![CDATA[") => new(MarkupKind.CData, EndOf(text, 9, "]]>")),
            '!' => new(MarkupKind.Ignored, EndOfDeclaration(text)),
            '?' => new(MarkupKind.Ignored, EndOf(text, 2, "?>")),
            '/' => ReadTag(text, MarkupKind.End),
            _ => IsNameStart(text[1]) ? ReadTag(text, MarkupKind.Start) : new(MarkupKind.Text, EndOfText(text)),
        };
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    private static int EndOfText(ReadOnlySpan<char> text) => Math.Max(text[1..].IndexOf('<') + 1, 0);

    private static int EndOf(ReadOnlySpan<char> text, int from, string end)
        => text[Math.Min(from, text.Length)..].IndexOf(end) is >= 0 and var at ? from + at + end.Length : 0;

    private static MarkupToken ReadTag(ReadOnlySpan<char> text, MarkupKind kind)
    {
        for (var at = 1; at < text.Length;)
        {
            var border = text[at..].IndexOfAny(TagBorders);
            if (border < 0)
            {
                break;
            }

            at += border;
            if (text[at] == '<')
            {
                return new(MarkupKind.Malformed, at);
            }

            if (text[at] == '>')
            {
                return new(kind == MarkupKind.Start && text[at - 1] == '/' ? MarkupKind.Empty : kind, at + 1);
            }

            var close = text[(at + 1)..].IndexOfAny(text[at], '<');
            at = close < 0 ? text.Length : at + 1 + close + (text[at + 1 + close] == '<' ? 0 : 1);
        }

        return new(kind, 0);
    }

    // The internal subset of a document type holds declarations with quotes and comments of their own.
    private static int EndOfDeclaration(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 2; at < text.Length;)
        {
            var border = text[at..].IndexOfAny(DeclarationBorders);
            if (border < 0)
            {
                break;
            }

            at += border;
            var sign = text[at];
            if (sign == '>' && depth <= 0)
            {
                return at + 1;
            }

            depth += sign == '[' ? 1 : sign == ']' ? -1 : 0;
            var skipped = sign is '"' or '\'' ? EndOf(text[at..], 1, sign.ToString()) : text[at..].StartsWith("<!--") ? EndOf(text[at..], 4, "-->") : 1;
            at = skipped == 0 ? text.Length : at + skipped;
        }

        return 0;
    }
}
