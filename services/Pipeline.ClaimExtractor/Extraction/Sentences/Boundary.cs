namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Decides whether a sentence ends at a stop.</summary>
internal static class Boundary
{
    // Longest word looked at to tell "mRNA" from "and".
    private const int LongestStart = 24;

    // "iii)".
    private const int LongestListMark = 3;

    // Letters before a stop that make a word rather than an abbreviation or a variable.
    private const int WordLetters = 4;

    /// <summary>Whether a sentence ends at a stop.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">The first stop.</param>
    /// <param name="end">Past the stops and all that closes with them.</param>
    public static bool Is(string text, int start, int stop, int end)
    {
        var next = Scan.SkipWhiteSpace(text, end);
        if (next == text.Length || text[stop] is '。' or '！' or '？')
        {
            return true;
        }

        if (next == end)
        {
            return IsGlued(text, start, stop, end);
        }

        return MayBegin(text, next)
            && (!char.IsLower(text[next]) || BeginsInLowerCase(text, start, stop, next))
            && text[stop] switch
            {
                '.' => StopsTwice(text, stop, end) || (!IsOmission(text, start, stop, end) && new StopWord(text, start, stop).Ends(next)),
                '!' => !IsInName(text, start, stop, next),
                _ => true,
            };
    }

    // A quote before white space or a mark closes; before a word it opens.
    private static bool MayBegin(string text, int next)
    {
        var c = text[next];
        return !(Scan.IsStop(c) || c is ',' or ';' or ':')
            && (!Scan.IsClosing(c) || (c is '"' or '\'' && next + 1 < text.Length && char.IsLetterOrDigit(text[next + 1])))
            && !IsInnerReference(text, next);
    }

    // "as shown. [1, 2]. We": the reference belongs to what was said before.
    private static bool IsInnerReference(string text, int next)
    {
        if (text[next] != '[')
        {
            return false;
        }

        var i = next + 1;
        while (i < text.Length && i - next < LongestStart && (char.IsAsciiDigit(text[i]) || text[i] is ',' or ' ' or '-' or '–'))
        {
            i++;
        }

        return i > next + 1 && i + 1 < text.Length && text[i] == ']' && text[i + 1] == '.';
    }

    // "(paper, tails, etc.). We": the second stop is the sentence's.
    private static bool StopsTwice(string text, int stop, int end) => end - stop > 2 && text[end - 1] == '.' && Scan.IsClosing(text[end - 2]);

    // "x1, x2, ... Xn".
    private static bool IsOmission(string text, int start, int stop, int end)
    {
        var before = Scan.TrimEnd(text, Math.Max(start, stop - 2), stop);
        return end - stop > 1 && text[stop + 1] == '.' && before > start && text[before - 1] == ',';
    }

    // "CheckThat! Lab".
    private static bool IsInName(string text, int start, int stop, int next)
    {
        var from = stop;
        while (from > start && stop - from < LongestStart && char.IsLetterOrDigit(text[from - 1]))
        {
            from--;
        }

        return from > start && char.IsUpper(text[from]) && !Starters.BeginAt(text, next);
    }

    // "mRNA", "p53", "t-SNE", "k(on)", "α-actinin", "b) Kites"; a plain word only where a sentence surely ended.
    private static bool BeginsInLowerCase(string text, int start, int stop, int next)
    {
        var end = next + 1;
        while (end < text.Length && end - next < LongestStart && !char.IsWhiteSpace(text[end]))
        {
            if (char.IsUpper(text[end]) || char.IsAsciiDigit(text[end]))
            {
                return text[end - 1] != '.';
            }

            if ((text[end] == ')' && end - next <= LongestListMark) || (text[end] is '-' or '(' && end == next + 1))
            {
                return true;
            }

            end++;
        }

        return !char.IsAscii(text[next]) || IsCopyright(text, next, end)
            || (text[next - 2] == '.' && Starters.BeginInLowerCaseAt(text, next) && new StopWord(text, start, stop).IsPlain(WordLetters));
    }

    // "c © 2002", "r 2005": what became of the sign in old files.
    private static bool IsCopyright(string text, int next, int end)
        => end == next + 1 && end + 2 < text.Length && text[end] == ' ' && (text[end + 1] == '©' || text.AsSpan(end + 1, 2) is "19" or "20");

    // "a method.We": the white space is missing.
    private static bool IsGlued(string text, int start, int stop, int end)
    {
        if (!char.IsUpper(text[end]) || !new StopWord(text, start, stop).IsPlain(WordLetters) || IsAddress(text, start, stop))
        {
            return false;
        }

        var i = end + 1;
        while (i < text.Length && i - end < LongestStart && char.IsLower(text[i]))
        {
            i++;
        }

        return Starters.BeginAt(text, end) ? i == text.Length || !char.IsLetterOrDigit(text[i]) : i - end > 1 && i < text.Length && text[i] is ' ' or ',' or '-';
    }

    private static bool IsAddress(string text, int start, int stop)
    {
        for (var i = stop - 1; i >= start && stop - i < 4 * LongestStart && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '/' or '@' or '_' or '\\')
            {
                return true;
            }
        }

        return false;
    }
}
