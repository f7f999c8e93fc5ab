namespace Pipeline.Parser.Parsing.Bibtex;

/// <summary>What follows the end of a line inside an entry.</summary>
internal enum BibtexNext
{
    /// <summary>More of the entry.</summary>
    Text,

    /// <summary>The beginning of another entry.</summary>
    Entry,

    /// <summary>The bytes at hand do not say.</summary>
    NotYetKnown,
}

/// <summary>The beginning of an entry: <c>@name{</c> or <c>@name(</c>.</summary>
/// <param name="Length">Its length in bytes, up to the brace; 0 when there is none.</param>
/// <param name="Closing">What closes the entry.</param>
/// <param name="NeedsMore">Whether more bytes could still make it one.</param>
internal readonly record struct BibtexOpening(int Length, byte Closing, bool NeedsMore)
{
    private const int MaxLength = 100;

    /// <summary>Reads the opening at an <c>@</c>.</summary>
    public static BibtexOpening At(ReadOnlySpan<byte> text, bool isAll)
    {
        var at = 1;
        at += Count(text[at..], char.IsAsciiLetter);
        var name = at - 1;
        at += Count(text[at..], c => c is ' ' or '\t' or '\r' or '\n');
        if (at == text.Length || at > MaxLength)
        {
            return new(0, 0, NeedsMore: !isAll && at <= MaxLength);
        }

        return name > 0 && text[at] is (byte)'{' or (byte)'(' ? new(at + 1, text[at] == '{' ? (byte)'}' : (byte)')', false) : default;
    }

    /// <summary>Tells whether the line behind this line end begins an entry with a brace.</summary>
    public static BibtexNext AfterLineEnd(ReadOnlySpan<byte> text, bool isAll)
    {
        var at = Count(text, c => c is ' ' or '\t' or '\r' or '\n');
        if (at == text.Length)
        {
            return isAll || at > MaxLength ? BibtexNext.Text : BibtexNext.NotYetKnown;
        }

        if (text[at] != '@')
        {
            return BibtexNext.Text;
        }

        var opening = At(text[at..], isAll);
        return opening is { Length: > 0, Closing: (byte)'}' } ? BibtexNext.Entry : opening.NeedsMore ? BibtexNext.NotYetKnown : BibtexNext.Text;
    }

    private static int Count(ReadOnlySpan<byte> text, Func<char, bool> counts)
    {
        var count = 0;
        while (count < text.Length && count <= MaxLength && counts((char)text[count]))
        {
            count++;
        }

        return count;
    }
}
