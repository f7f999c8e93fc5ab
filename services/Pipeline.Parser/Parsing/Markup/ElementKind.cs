using System.Collections.Frozen;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>What an element of HTML, JATS or MathML does to the text in it and around it.</summary>
internal enum ElementKind
{
    /// <summary>It is none of theirs.</summary>
    None,

    /// <summary>It stands within a sentence.</summary>
    Inline,

    /// <summary>It begins and ends a paragraph or line.</summary>
    Block,

    /// <summary>What it holds is no text for readers.</summary>
    Hidden,
}

/// <summary>The elements by their names.</summary>
internal static class ElementKinds
{
    private const string Hidden = "annotation annotation-xml applet iframe noscript object script select style textarea";

    private const string Block =
        "abstract address article aside blockquote br caption dd disp-formula disp-quote div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li list " +
        "list-item main nav ol p pre sec section table tbody td th thead title tr ul";

    private const string Inline =
        "a abbr acronym alternatives area audio b base bdo big blink body bold break button center cite code col colgroup del details dfn em email embed ext-link " +
        "fieldset font form frame frameset head html i img inf inline-formula inline-graphic input ins italic kbd label legend link map mark math meta mfrac mi mml " +
        "mn mo monospace mover mrow mspace msqrt mstyle msub msubsup msup mtext munder named-content option overline param picture q roman s samp sans-serif sc scp " +
        "semantics small source span strike strong styled-content sub summary sup svg tex-math time tt u underline uri var video wbr xref";

    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Named(Hidden, ElementKind.Hidden)
        .Concat(Named(Block, ElementKind.Block))
        .Concat(Named(Inline, ElementKind.Inline))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes
        = new[] { "jats", "mml", "m", "html", "xhtml" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of an element by its name, in any case and under any prefix. What one of their own prefixes stands before is at least inline.</summary>
    public static ElementKind Of(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return Kinds.TryGetValue(name[(colon + 1)..], out var kind) ? kind
            : colon > 0 && Prefixes.Contains(name[..colon]) ? ElementKind.Inline
            : ElementKind.None;
    }

    private static IEnumerable<KeyValuePair<string, ElementKind>> Named(string names, ElementKind kind)
        => names.Split(' ').Select(name => KeyValuePair.Create(name, kind));
}
