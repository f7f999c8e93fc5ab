using System.Buffers;

namespace Pipeline.TopicClassifier.Classification.Keyphrases;

/// <summary>How texts are cut into the words of phrases: letters and digits, with hyphens and apostrophes inside.</summary>
internal static class PhraseWords
{
    // Longest gap within a phrase: a line break and some indentation.
    private const int MaxGap = 4;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\u00a0");

    /// <summary>The next word at or after a position; joined to the one before when only a short space lies between.</summary>
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
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInside(text, end)))
        {
            end++;
        }

        var gap = text.AsSpan(from, start - from);
        return new TextWord(start, end, gap.Length is > 0 and <= MaxGap && !gap.ContainsAnyExcept(Spaces));
    }

    private static bool IsInside(string text, int at)
        => text[at] is '-' or '\'' or '\u2010' or '\u2011' or '\u2019' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
}
