using System.Text;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>Collects the text of marked-up content: blocks become lines, everything else stays as it is written.</summary>
internal sealed class PlainText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "sec", "section", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "annotation", "applet", "area", "audio", "b", "base", "bdo", "big", "blink", "body", "button", "center", "cite", "code", "col",
        "colgroup", "del", "details", "dfn", "embed", "em", "fieldset", "font", "form", "frame", "frameset", "head", "html", "i", "iframe", "img", "inf", "input",
        "ins", "italic", "bold", "kbd", "label", "legend", "link", "map", "mark", "math", "meta", "mfrac", "mi", "mml", "mn", "mo", "mover", "mrow", "mspace",
        "msqrt", "mstyle", "msub", "msubsup", "msup", "mtext", "munder", "noscript", "object", "option", "param", "picture", "q", "s", "samp", "script", "select",
        "semantics", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "textarea", "time", "tt", "u", "var", "video", "wbr",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "applet", "noscript", "textarea", "select",
    };

    private readonly StringBuilder _text = new();
    private bool _atLineStart = true;

    /// <summary>Whether a name is that of an element of HTML or MathML.</summary>
    public static bool IsElement(string name) => Blocks.Contains(name) || Inline.Contains(name);

    /// <summary>Whether what an element holds is no text for readers.</summary>
    public static bool IsHidden(string name) => Hidden.Contains(name);

    /// <summary>Adds text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        text = _atLineStart ? text.TrimStart() : text;
        _atLineStart = _atLineStart && text.IsEmpty;
        _text.Append(text);
    }

    /// <summary>Notes a tag, start or end: that of a block begins a new line.</summary>
    public void Tag(string name)
    {
        if (_atLineStart || !Blocks.Contains(name))
        {
            return;
        }

        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        _text.Append('\n');
        _atLineStart = true;
    }

    /// <summary>The text, without white space at its ends.</summary>
    public override string ToString() => _text.ToString().Trim();
}
