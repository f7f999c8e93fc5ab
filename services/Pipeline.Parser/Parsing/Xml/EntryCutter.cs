using System.Text;

namespace Pipeline.Parser.Parsing.Xml;

/// <summary>One entry of a document, not yet parsed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Its XML, repaired; empty when <paramref name="Fault"/> is given.</param>
/// <param name="Fault">Why it cannot be parsed; null when it can be tried.</param>
internal readonly record struct RawEntry(int Number, string Text, string? Fault);

/// <summary>Cuts a document into its entries by their tags alone, so that one malformed entry does not spoil those behind it.</summary>
internal sealed class EntryCutter(CharWindow window, EntryShape shape)
{
    private const string TooLong = "longer than 8 MB, which no paper is: remove it.";
    private const string NotClosed = "it has no end, another entry begins inside it: fetch it again or correct it.";

    private const int LongestReused = 64 * 1024;

    private StringBuilder _text = new(LongestReused / 16);
    private int _number;
    private OpenEntry? _open;
    private string? _root;
    private bool _isComplete;
    private bool _givenUp;

    /// <summary>The declarations seen outside the entries.</summary>
    public NamespaceDeclarations Namespaces { get; } = new();

    /// <summary>Takes the next entry off the window.</summary>
    /// <returns>False when the window holds no complete entry.</returns>
    public bool TryRead(out RawEntry entry)
    {
        while (!_givenUp && MarkupToken.TryRead(window.Pending, window.Ended, out var token))
        {
            if (Take(token, out entry))
            {
                return true;
            }
        }

        // A piece that does not end would be held as a whole otherwise.
        _givenUp |= window.Pending.Length > OpenEntry.MaxLength;
        entry = default;
        return false;
    }

    /// <summary>Whether nothing more can be read: the content has ended, or is not worth waiting for.</summary>
    public bool IsDone => _givenUp || (window.Ended && window.Pending.IsEmpty);

    /// <summary>How the content breaks off; null when it is whole.</summary>
    public ListingEntry.Broken? FindBreak()
        => _givenUp ? new($"a tag, comment or text goes on for more than 8 MB: fetch it again.", Place)
            : _open is not null ? new("the file ends in the middle of this entry: fetch it again.", Place)
            : _root is null && !_isComplete ? new("no XML element: check what the file holds.", "the beginning")
            : _isComplete ? null
            : new($"the file ends before </{XmlNames.Shown(_root!)}>: fetch it again.", "the end");

    private string Place => _open is null ? _number == 0 ? "the beginning" : $"behind entry {_number}" : $"entry {_number}";

    private bool Take(MarkupToken token, out RawEntry entry)
    {
        var piece = window.Pending[..token.Length];
        entry = default;
        var found = _open is null ? TakeOutside(token.Kind, piece, out entry) : TakeInside(token.Kind, piece, out entry);
        window.Consume(token.Length);
        return found;
    }

    private bool TakeOutside(MarkupKind kind, ReadOnlySpan<char> piece, out RawEntry entry)
    {
        entry = default;
        if (kind is not (MarkupKind.Start or MarkupKind.Empty or MarkupKind.End))
        {
            return false;
        }

        var name = TagText.Name(piece);
        if (kind == MarkupKind.End)
        {
            _isComplete |= name.SequenceEqual(_root);
            return false;
        }

        if (shape.IsEntry(name))
        {
            return Open(kind, piece, out entry);
        }

        TakeContainer(kind, name, piece);
        return false;
    }

    private void TakeContainer(MarkupKind kind, ReadOnlySpan<char> name, ReadOnlySpan<char> piece)
    {
        var isRoot = _root is null || _isComplete;
        Namespaces.Take(piece, isRoot);
        if (isRoot)
        {
            (_root, _isComplete) = (name.ToString(), kind == MarkupKind.Empty);
        }
    }

    private bool Open(MarkupKind kind, ReadOnlySpan<char> piece, out RawEntry entry)
    {
        _text = _text.Capacity <= LongestReused ? _text.Clear() : new StringBuilder(LongestReused / 16);
        _open = new OpenEntry(TagText.Name(piece).ToString(), _text);
        _number++;
        _open.Add(kind, piece, shape);
        entry = kind == MarkupKind.Empty ? Close(null) : default;
        return kind == MarkupKind.Empty;
    }

    private bool TakeInside(MarkupKind kind, ReadOnlySpan<char> piece, out RawEntry entry)
    {
        entry = default;
        if (kind == MarkupKind.Cut)
        {
            return false;
        }

        if (kind == MarkupKind.Start && _open!.IsOvertakenBy(TagText.Name(piece)))
        {
            entry = Close(NotClosed);
            Open(kind, piece, out _);
            return true;
        }

        if (!_open!.Add(kind, piece, shape))
        {
            return false;
        }

        entry = Close(null);
        return true;
    }

    private RawEntry Close(string? fault)
    {
        fault ??= _open!.IsTooLong ? TooLong : null;
        var entry = new RawEntry(_number, fault is null ? _open!.Text : "", fault);
        _open = null;

        // An entry may be the whole document.
        _isComplete |= _root is null;
        return entry;
    }
}
