namespace Pipeline.Parser.Parsing.TextCapture;

/// <summary>Tells abstracts from titles by their length and the shape of their sentences.</summary>
internal static class Prose
{
    /// <summary>A line of this length, in UTF-16 code units, is an abstract whatever it looks like; no title is as long.</summary>
    public const int CertainLength = 400;

    /// <summary>A line of this length is an abstract when it reads as sentences.</summary>
    public const int SentenceLength = 120;

    /// <summary>A paragraph of this length, alone under a title, is an abstract when it is a sentence of <see cref="ShortWords"/>.</summary>
    public const int ShortLength = 40;

    /// <summary>Fewest words of a short abstract.</summary>
    public const int ShortWords = 8;

    /// <summary>Fewest lines of an abstract that is wrapped by hand.</summary>
    public const int WrappedLines = 3;

    private const int WrappedWidth = 40;
    private const int ShortestWordBeforeBreak = 4;

    /// <summary>Whether a line is an abstract wherever it stands.</summary>
    public static bool IsAbstract(string text)
        => text.Length >= CertainLength
            || (text.Length >= SentenceLength && (EndsSentence(text) || HasSentenceBreak(text)));

    /// <summary>Whether a line under a title may be its abstract although it is short.</summary>
    public static bool MayBeShortAbstract(string text)
        => text.Length >= ShortLength && EndsSentence(text) && text.AsSpan().Count(' ') >= ShortWords - 1;

    /// <summary>Whether an abstract is one sentence on one line: what a page shows in place of the abstract when a machine has summed it up.</summary>
    public static bool IsSummary(string text)
        => text.Length < CertainLength && EndsSentence(text) && !text.Contains('\n', StringComparison.Ordinal) && !HasSentenceBreak(text);

    /// <summary>Whether lines that follow each other directly are one abstract, wrapped by hand.</summary>
    /// <remarks>Lines that mostly begin with a capital are verse or a list.</remarks>
    public static bool IsWrappedAbstract(IReadOnlyList<string> lines)
        => lines.Count >= WrappedLines
            && lines.Sum(line => line.Length) >= SentenceLength
            && lines.Take(lines.Count - 1).All(line => line.Length >= WrappedWidth)
            && lines.Skip(1).Count(line => char.IsUpper(line[0])) * 2 <= lines.Count - 1;

    /// <summary>Whether a line goes on where the one above it stopped.</summary>
    public static bool Continues(string rawLine) => char.IsWhiteSpace(rawLine[0]) || char.IsLower(rawLine[0]);

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '…' or '。';

    // ". X" after a word; "vs. X" and initials are no break.
    private static bool HasSentenceBreak(string text)
    {
        for (var i = text.IndexOf(". ", StringComparison.Ordinal); i >= 0; i = text.IndexOf(". ", i + 1, StringComparison.Ordinal))
        {
            var word = 0;
            while (word < ShortestWordBeforeBreak && word < i && char.IsLower(text[i - 1 - word]))
            {
                word++;
            }

            if (word == ShortestWordBeforeBreak && i + 2 < text.Length && char.IsUpper(text[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
