using System.Text;

namespace Pipeline.Parser.Parsing.Markup;

/// <summary>Collects the text of marked-up content: blocks are set apart, everything else stays as it is written.</summary>
/// <param name="blockEnd">What stands between two blocks.</param>
internal sealed class PlainText(string blockEnd)
{
    private readonly StringBuilder _text = new();
    private bool _atLineStart = true;

    /// <summary>Whether a block has begun or ended.</summary>
    public bool HasBlocks { get; private set; }

    /// <summary>Adds text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        text = _atLineStart ? text.TrimStart() : text;
        _atLineStart = _atLineStart && text.IsEmpty;
        _text.Append(text);
    }

    /// <summary>Notes a tag, start or end, of an element.</summary>
    public void Tag(ElementKind kind)
    {
        HasBlocks |= kind == ElementKind.Block;
        if (_atLineStart || kind != ElementKind.Block)
        {
            return;
        }

        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        _text.Append(blockEnd);
        _atLineStart = true;
    }

    /// <summary>The text, without white space at its ends.</summary>
    public override string ToString() => _text.ToString().Trim();
}
