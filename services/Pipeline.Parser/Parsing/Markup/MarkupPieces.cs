using Pipeline.Parser.Parsing.Xml;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>Takes marked-up text apart into its words and tags, in one pass.</summary>
/// <param name="text">The text.</param>
internal ref struct MarkupPieces(ReadOnlySpan<char> text)
{
    private const int LongestEntity = 40;
    private const int LongestTag = 16 * 1024;

    private ReadOnlySpan<char> _rest = text;
    private bool _hasNoCommentEnd;

    /// <summary>Takes the next piece.</summary>
    /// <param name="piece">Words, decoded; empty for a tag.</param>
    /// <param name="kind">What the tag does; none for words.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlySpan<char> piece, out ElementKind kind)
    {
        piece = default;
        kind = ElementKind.None;
        if (_rest.IsEmpty)
        {
            return false;
        }

        var sign = _rest.IndexOfAny('<', '&');
        var taken = sign != 0 ? 0 : _rest[0] == '<' ? ReadTag(ref kind) : ReadEntity(ref piece);
        if (taken == 0)
        {
            taken = sign switch { < 0 => _rest.Length, 0 => 1, _ => sign };
            piece = _rest[..taken];
        }

        _rest = _rest[taken..];
        return true;
    }

    // Each returns how much has been dealt with, 0 when it is none.
    private readonly int ReadEntity(ref ReadOnlySpan<char> decoded)
    {
        var end = _rest[..Math.Min(_rest.Length, LongestEntity)].IndexOf(';');
        if (end < 2 || XmlRepair.Decode(_rest[1..end]) is not { } text)
        {
            return 0;
        }

        decoded = text;
        return end + 1;
    }

    private int ReadTag(ref ElementKind kind)
    {
        if (_rest.StartsWith("<!--"))
        {
            return ReadComment();
        }

        var isEnd = _rest.Length > 1 && _rest[1] == '/';
        var nameAt = isEnd ? 2 : 1;
        var name = NameIn(_rest[nameAt..]);
        var known = ElementKinds.Of(name);
        if (known == ElementKind.None || EndOfTag(_rest, nameAt + name.Length) is not (> 0 and var end))
        {
            return 0;
        }

        kind = known;
        return !isEnd && known == ElementKind.Hidden && _rest[end - 2] != '/' ? SkipHidden(_rest, end, name) : end;
    }

    private int ReadComment()
    {
        var close = _hasNoCommentEnd ? -1 : _rest.IndexOf("-->");
        _hasNoCommentEnd = close < 0;
        return close < 0 ? 0 : close + 3;
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

    // Up to the end tag, which counts for itself; to the end of the text when there is none.
    private static int SkipHidden(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> name)
    {
        for (; text[at..].IndexOf("</") is >= 0 and var next; at += 2)
        {
            at += next;
            if (text[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return text.Length;
    }
}
