using System.Buffers;

namespace Pipeline.TopicClassifier.Classification;

/// <summary>A word of a text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Joined">Whether only a short space or hyphen parts it from the word before, so that both may be of one phrase.</param>
internal readonly record struct TextWord(int Start, int End, bool Joined);

/// <summary>How texts and terms are cut into words: runs of letters and digits.</summary>
internal static class TermWords
{
    /// <summary>Longest gap within a phrase, in UTF-16 code units: a line break and some indentation.</summary>
    public const int MaxGap = 4;

    private static readonly SearchValues<char> Joiners = SearchValues.Create(" \t\r\n\u00a0-\u2010\u2011\u2013/");

    /// <summary>The folded words of a term.</summary>
    public static IReadOnlyList<string> Of(string term)
    {
        List<string> words = [];
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        for (var at = 0; Next(term, at) is { } word; at = word.End)
        {
            words.Add(folded[..WordFolding.Fold(term.AsSpan(word.Start, word.End - word.Start), folded)].ToString());
        }

        return words;
    }

    /// <summary>The next word at or after a position.</summary>
    /// <returns>Null when there is none.</returns>
    public static TextWord? Next(string text, int from)
    {
        var start = from;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            return null;
        }

        var end = start + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return new TextWord(start, end, Joins(text.AsSpan(from, start - from)));
    }

    internal static bool Joins(ReadOnlySpan<char> gap)
        => gap.Length is > 0 and <= MaxGap && !gap.ContainsAnyExcept(Joiners);
}
