using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>The entry being cut out of a document: its text so far, repaired, and where it ends.</summary>
/// <param name="name">Its qualified name.</param>
/// <param name="text">An empty buffer for its text.</param>
internal sealed class OpenEntry(string name, StringBuilder text)
{
    /// <summary>Longest entry held, in UTF-16 code units; longer ones are skipped.</summary>
    public const int MaxLength = 8 * 1024 * 1024;

    private string? _wrapper;
    private int _wrapperDepth;
    private int _nested;

    /// <summary>Whether it was over the limit, and is no longer held.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Its text up to now.</summary>
    public string Text => text.ToString();

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
        IsTooLong = IsTooLong || text.Length + piece.Length > MaxLength;
        if (IsTooLong)
        {
            text.Clear();
            return;
        }

        switch (kind)
        {
            case MarkupKind.Ignored:
                break;
            case MarkupKind.CData:
                XmlRepair.AppendCData(text, piece);
                break;
            case MarkupKind.Text:
                HoldText(piece);
                break;
            default:
                XmlRepair.Append(text, piece);
                break;
        }
    }

    private void HoldText(ReadOnlySpan<char> piece)
    {
        if (piece[0] == '<')
        {
            text.Append("&lt;");
            piece = piece[1..];
        }

        while (piece.IndexOf("]]>") is >= 0 and var at)
        {
            XmlRepair.Append(text, piece[..at]);
            text.Append("]]&gt;");
            piece = piece[(at + 3)..];
        }

        XmlRepair.Append(text, piece);
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
