using System.Buffers;
using TagNames = System.Collections.Generic.HashSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Pipeline.Parser.Parsing.Html;

/// <summary>What a tag does to the text around it.</summary>
internal enum MarkupKind
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It stands within a sentence.</summary>
    Inline,

    /// <summary>It begins or ends a paragraph.</summary>
    Block,

    /// <summary>What it holds is no text.</summary>
    Dropped,
}

/// <summary>One tag of HTML, JATS or MathML inside a text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Length">Its length in characters.</param>
internal readonly record struct MarkupTag(MarkupKind Kind, int Length)
{
    private const int MaxLength = 2_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly TagNames Inline = Names(
        "a abbr alternatives b bold break cite code del em email ext-link font i img inf inline-formula inline-graphic ins italic label mark monospace " +
        "named-content overline q roman s sans-serif sc scp small span strike strong styled-content sub sup tex-math tt u underline uri xref " +
        "math mfrac mi mn mo mover mrow mspace msqrt mstyle msub msubsup msup mtext munder semantics");

    private static readonly TagNames Block = Names(
        "abstract article blockquote br dd disp-formula disp-quote div dl dt figure h1 h2 h3 h4 h5 h6 hr li list list-item ol p pre sec section " +
        "table tbody td th thead title tr ul");

    private static readonly TagNames Dropped = Names("script style annotation annotation-xml");

    private static readonly TagNames Prefixes = Names("jats mml m html xhtml");

    /// <summary>Looks at a text that begins with <c>&lt;</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The tag's name without its prefix.</param>
    public static MarkupTag At(ReadOnlySpan<char> text, out ReadOnlySpan<char> name)
    {
        name = default;
        var rest = text[..Math.Min(text.Length, MaxLength)];
        if (rest.StartsWith("<!--"))
        {
            return rest.IndexOf("-->") is >= 0 and var end ? new(MarkupKind.Inline, end + 3) : default;
        }

        var isEnd = rest.StartsWith("</");
        var start = isEnd ? 2 : 1;
        rest = rest[start..];
        var length = rest.IndexOfAny(NameEnds);
        if (length <= 0 || rest.IndexOf('>') is not (>= 0 and var close))
        {
            return default;
        }

        var colon = rest[..length].IndexOf(':');
        name = rest[(colon + 1)..length];
        var isKnown = colon < 0 || Prefixes.Contains(rest[..colon]);
        var kind = Block.Contains(name) ? MarkupKind.Block
            : Dropped.Contains(name) ? isEnd ? MarkupKind.Inline : MarkupKind.Dropped
            : colon > 0 || Inline.Contains(name) ? MarkupKind.Inline
            : MarkupKind.None;
        return isKnown && kind != MarkupKind.None ? new(kind, start + close + 1) : default;
    }

    private static TagNames Names(string names)
        => new HashSet<string>(names.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
