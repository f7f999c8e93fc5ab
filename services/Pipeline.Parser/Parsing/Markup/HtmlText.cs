using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>The text of a piece of HTML: tags dropped, entities decoded, scripts and styles left out.</summary>
/// <remarks>
/// Only what is an element of HTML or MathML counts as a tag, because in a title <c>p&lt;q</c> is mathematics. Takes one pass and builds
/// no tree, since trees of hostile HTML grow with the square of its length.
/// </remarks>
internal static class HtmlText
{
    private const int LongestEntity = 40;
    private const int LongestTag = 16 * 1024;

    /// <summary>The text of HTML, or of text that may be HTML; without white space at its ends.</summary>
    public static string Of(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            return html.Trim();
        }

        var text = new PlainText();
        var rest = html.AsSpan();
        while (rest.IndexOfAny('<', '&') is >= 0 and var at)
        {
            text.Add(rest[..at]);
            rest = rest[at..];
            var taken = rest[0] == '<' ? TakeTag(text, rest) : TakeEntity(text, rest);
            if (taken == 0)
            {
                text.Add(rest[..1]);
            }

            rest = rest[Math.Max(taken, 1)..];
        }

        text.Add(rest);
        return text.ToString();
    }

    // Each returns how much has been dealt with, 0 when it is none.
    private static int TakeEntity(PlainText text, ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';');
        if (end < 2 || XmlRepair.Decode(rest[1..end]) is not { } decoded)
        {
            return 0;
        }

        text.Add(decoded);
        return end + 1;
    }

    private static int TakeTag(PlainText text, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            return rest.IndexOf("-->") is >= 0 and var close ? close + 3 : rest.Length;
        }

        var isEnd = rest.Length > 1 && rest[1] == '/';
        var nameAt = isEnd ? 2 : 1;
        var name = NameIn(rest[nameAt..]);
        if (name.Length == 0 || EndOfTag(rest, nameAt + name.Length) is not (> 0 and var end))
        {
            return 0;
        }

        var local = name[(name.IndexOf(':') + 1)..].ToString();
        if (!PlainText.IsElement(local))
        {
            return 0;
        }

        text.Tag(local);
        return !isEnd && PlainText.IsHidden(local) && rest[end - 2] != '/' ? SkipHidden(rest, end, local) : end;
    }

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is ':' or '-'))
        {
            length++;
        }

        return text[..length];
    }

    // What follows a name in a tag is nothing, or attributes: "a <b and c> d" holds no tag.
    private static int EndOfTag(ReadOnlySpan<char> text, int at)
    {
        var end = Math.Min(text.Length, LongestTag);
        var body = at;
        var hasAttribute = false;
        for (; at < end; at++)
        {
            switch (text[at])
            {
                case '>':
                    return hasAttribute || text[body..at].Trim(" \t\r\n/").IsEmpty ? at + 1 : 0;
                case '<':
                    return 0;
                case '=':
                    hasAttribute = char.IsWhiteSpace(text[body]);
                    break;
                case '"' or '\'' when hasAttribute && text[(at + 1)..end].IndexOf(text[at]) is >= 0 and var close:
                    at += close + 1;
                    break;
            }
        }

        return 0;
    }

    private static int SkipHidden(ReadOnlySpan<char> text, int at, string name)
        => text[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? at + end : text.Length;
}
