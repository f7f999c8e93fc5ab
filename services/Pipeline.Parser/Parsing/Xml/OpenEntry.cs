using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>The entry being cut out of a document: its text so far, repaired, and where it ends.</summary>
internal sealed class OpenEntry(string name)
{
    /// <summary>Longest entry held, in UTF-16 code units; longer ones are skipped.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private const int TypicalLength = 4 * 1024;

    private readonly StringBuilder _text = new(TypicalLength);
    private string? _wrapper;
    private int _wrapperDepth;
    private int _nested;

    /// <summary>Whether it was over the limit, and is no longer held.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Its text up to now.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether a start tag begins the next entry, so that this one has no end.</summary>
    public bool IsOvertakenBy(ReadOnlySpan<char> tagName) => _wrapper is null && tagName.SequenceEqual(name);

    /// <summary>Adds a piece.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Add(MarkupKind kind, ReadOnlySpan<char> piece, EntryShape shape)
    {
        Hold(kind, piece);
        if (kind is MarkupKind.Start or MarkupKind.End)
        {
            return Follow(kind == MarkupKind.Start, TagText.Name(piece), shape);
        }

        return false;
    }

    private void Hold(MarkupKind kind, ReadOnlySpan<char> piece)
    {
        IsTooLong = IsTooLong || _text.Length + piece.Length > MaxLength;
        if (IsTooLong)
        {
            _text.Clear();
            return;
        }

        switch (kind)
        {
            case MarkupKind.Ignored:
                break;
            case MarkupKind.CData:
                XmlRepair.AppendCData(_text, piece);
                break;
            case MarkupKind.Text:
                HoldText(piece);
                break;
            default:
                XmlRepair.Append(_text, piece);
                break;
        }
    }

    private void HoldText(ReadOnlySpan<char> text)
    {
        if (text[0] == '<')
        {
            _text.Append("&lt;");
            text = text[1..];
        }

        while (text.IndexOf("]]>") is >= 0 and var at)
        {
            XmlRepair.Append(_text, text[..at]);
            _text.Append("]]&gt;");
            text = text[(at + 3)..];
        }

        XmlRepair.Append(_text, text);
    }

    private bool Follow(bool starts, ReadOnlySpan<char> tagName, EntryShape shape)
    {
        var step = starts ? 1 : -1;
        if (tagName.SequenceEqual(name))
        {
            _nested += step;
            return _nested == 0;
        }

        if (_wrapper is null ? starts && shape.IsWrapper(tagName) : tagName.SequenceEqual(_wrapper))
        {
            _wrapper ??= tagName.ToString();
            _wrapperDepth += step;
            _wrapper = _wrapperDepth == 0 ? null : _wrapper;
        }

        return false;
    }
}
