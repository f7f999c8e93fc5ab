using System.Collections.Frozen;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Cues;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Cuts an abstract into sentences.</summary>
internal static class SentenceSplitter
{
    // Longest stretch that is looked at to recognise an abbreviation.
    private const int LongestAbbreviation = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inside = Lookup(Abbreviations.Inside);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Either = Lookup(Abbreviations.Either);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Lookup(Abbreviations.Starters);

    /// <summary>
    /// Spans in order. They hold everything but the white space between them, and begin and end with a character that is not white space.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = SkipWhiteSpace(text, 0);
        for (var i = start; i < text.Length;)
        {
            var end = EndOfSentenceAt(text, start, i);
            if (end < 0)
            {
                i++;
                continue;
            }

            if (IsBoundary(text, start, i, end))
            {
                sentences.Add(new(start, end));
                start = SkipWhiteSpace(text, end);
                i = start;
            }
            else
            {
                i = Math.Max(i + 1, end);
            }
        }

        if (start < text.Length)
        {
            sentences.Add(new(start, TrimEnd(text, start, text.Length)));
        }

        return sentences;
    }

    // Where the sentence would end if it ended at i: past the stop and what closes with it. -1 when nothing ends there.
    private static int EndOfSentenceAt(string text, int start, int i)
    {
        if (text[i] == '\n' && IsBlankLine(text, i))
        {
            return TrimEnd(text, start, i);
        }

        if (!IsStop(text[i]))
        {
            return -1;
        }

        var end = i + 1;
        while (end < text.Length && (IsStop(text[end]) || IsClosing(text[end])))
        {
            end++;
        }

        return end;
    }

    private static bool IsBoundary(string text, int start, int stop, int end)
    {
        if (text[stop] == '\n')
        {
            return true;
        }

        var next = SkipWhiteSpace(text, end);
        if (next == text.Length)
        {
            return true;
        }

        if (text[stop] is '。' or '！' or '？')
        {
            return true;
        }

        if (next == end)
        {
            return false;
        }

        return !char.IsLower(text[next]) && !IsStop(text[next]) && !IsClosing(text[next]) && text[next] is not (',' or ';' or ':')
            && (text[stop] != '.' || EndsSentence(text, start, stop, next));
    }

    private static bool EndsSentence(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && stop - from < LongestAbbreviation && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text.AsSpan(from, stop - from);
        if (from == start && word.Length is > 0 and <= 2 && char.IsAsciiDigit(word[0]))
        {
            return false;
        }

        if (Inside.Contains(word))
        {
            return false;
        }

        // "J. Smith", but "105 K. We": a letter behind a number is a unit.
        var isInitial = word.Length == 1 && char.IsUpper(word[0]) && !(from - 2 >= start && char.IsAsciiDigit(text[from - 2]));
        return !(isInitial || Either.Contains(word)) || BeginsSentence(text, next);
    }

    private static bool BeginsSentence(string text, int next)
    {
        var end = next;
        while (end < text.Length && end - next < LongestAbbreviation + 4 && char.IsLetter(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] != '.' && Starters.Contains(text.AsSpan(next, end - next));
    }

    private static bool IsBlankLine(string text, int i)
    {
        // Only the first line feed of a run is asked, so the run is read once.
        var j = i + 1;
        while (j < text.Length && text[j] is ' ' or '\t' or '\r')
        {
            j++;
        }

        return j < text.Length && text[j] == '\n';
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsClosing(char c) => c is ')' or ']' or '}' or '"' or '\'' or '”' or '’' or '»';

    private static int SkipWhiteSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string[] words)
        => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
