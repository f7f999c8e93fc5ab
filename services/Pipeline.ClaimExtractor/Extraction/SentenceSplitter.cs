using System.Buffers;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Sentences;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Cuts an abstract into sentences.</summary>
internal static class SentenceSplitter
{
    // Longest list of references that stands as raised digits behind a stop: "rare.6,12-14 Kites".
    private const int LongestReferences = 12;

    private static readonly SearchValues<char> Candidates = SearchValues.Create(".!?…。！？\n");

    /// <summary>
    /// Spans in order. They hold everything but the white space between them, and begin and end with a character that is not white space.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        var start = Scan.SkipWhiteSpace(text, 0);
        for (var i = NextCandidate(text, start); i < text.Length; i = NextCandidate(text, i))
        {
            var end = EndOfSentenceAt(text, start, i);
            if (end > 0 && (text[i] == '\n' || Boundary.Is(text, start, i, end)))
            {
                Add(sentences, text, start, end);
                start = Scan.SkipWhiteSpace(text, end);
                i = start;
            }
            else
            {
                i = Math.Max(i + 1, end);
            }
        }

        if (start < text.Length)
        {
            Add(sentences, text, start, Scan.TrimEnd(text, start, text.Length));
        }

        return sentences;
    }

    private static int NextCandidate(string text, int from)
    {
        var offset = text.AsSpan(from).IndexOfAny(Candidates);
        return offset < 0 ? text.Length : from + offset;
    }

    // Where the sentence would end if it ended at i: past the stop and what closes with it. -1 when nothing ends there.
    private static int EndOfSentenceAt(string text, int start, int i)
    {
        if (text[i] == '\n')
        {
            return IsBlankLine(text, i) ? Scan.TrimEnd(text, start, i) : -1;
        }

        var end = i + 1;
        while (end < text.Length && (Scan.IsStop(text[end]) || Scan.IsClosing(text[end])))
        {
            end++;
        }

        return end < text.Length && char.IsAsciiDigit(text[end]) ? SkipReferences(text, start, i, end) : SkipLooseQuote(text, end);
    }

    private static int SkipReferences(string text, int start, int stop, int end)
    {
        var i = end;
        while (i < text.Length && i - end < LongestReferences && (char.IsAsciiDigit(text[i]) || text[i] is ',' or '-' or '–'))
        {
            i++;
        }

        var next = Scan.SkipWhiteSpace(text, i);
        var follows = next > i && next < text.Length && char.IsUpper(text[next]);
        return follows && new StopWord(text, start, stop).IsPlain(letters: 4) ? i : end;
    }

    // "a flying kite. ” They": a quote apart from its sentence.
    private static int SkipLooseQuote(string text, int end)
    {
        var quote = Scan.SkipWhiteSpace(text, end);
        if (quote == end || quote == text.Length || !Scan.IsClosing(text[quote]))
        {
            return end;
        }

        var past = quote;
        while (past < text.Length && text[past] is '"' or '”' or '’' or '\'')
        {
            past++;
        }

        return past > quote && Scan.IsGap(text, past) ? past : end;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        if (sentences.Count == 0 && Headings.BehindTitle(text, start, end) is > 0 and var heading)
        {
            sentences.Add(new(start, Scan.TrimEnd(text, start, heading)));
            start = heading;
        }

        for (var past = Headings.EndAt(text, start, end); past > start; past = Headings.EndAt(text, start, end))
        {
            sentences.Add(new(start, past));
            start = Scan.SkipWhiteSpace(text, past);
        }

        sentences.Add(new(start, end));
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
}
