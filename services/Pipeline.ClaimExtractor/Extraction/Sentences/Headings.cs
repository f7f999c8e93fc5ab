namespace Pipeline.ClaimExtractor.Extraction.Sentences;

/// <summary>Headings of a structured abstract that no mark ends: "METHODS We fly kites."</summary>
internal static class Headings
{
    // Shortest title that can stand before the first heading, and the longest.
    private const int ShortestTitle = 16;
    private const int LongestTitle = 400;

    // Letters of the longest word looked at, and words of the longest heading.
    private const int LongestWord = 20;
    private const int MostWords = 8;

    // A word of so many letters is hardly an article or a preposition.
    private const int WordLetters = 4;

    // Headings that more capitals may follow: "RESULTS ELISA showed".
    private static readonly WordSet Strong = new(
        "abstract background introduction objective objectives aim aims purpose method methods methodology result results findings conclusion conclusions discussion interpretation");

    private static readonly WordSet Upper = new(
        "abstract background introduction objective objectives aim aims purpose method methods methodology result results findings conclusion conclusions discussion interpretation "
        + "design setting settings sample participants patients patient population intervention interventions outcome outcomes measure measures measurements materials analysis "
        + "rationale motivation implications practice limitations recommendations");

    // What may stand between or before those in capitals.
    private static readonly WordSet Between = new("and for of or the data collection key main primary secondary study statistical principal sources");

    // What an abstract behind its title begins with.
    private static readonly WordSet Openings = new("abstract background introduction objective objectives purpose summary");

    /// <summary>Where the bare heading ends that a sentence begins with.</summary>
    /// <returns>Its end, or <paramref name="start"/> when there is none.</returns>
    public static int EndAt(string text, int start, int end)
    {
        if (!char.IsUpper(text[start]))
        {
            return start;
        }

        var first = WordEnd(text, start, end);
        return IsUpper(text, start, first) ? EndOfUpper(text, start, end) : EndOfTitleCase(text, start, first, end);
    }

    /// <summary>Where the first heading begins when the sentence starts with a title that no stop ends.</summary>
    /// <returns>Its place, or -1 when there is none.</returns>
    public static int BehindTitle(string text, int start, int end)
    {
        var last = Math.Min(end, start + LongestTitle);
        for (var i = start + ShortestTitle; i < last; i++)
        {
            if (!char.IsUpper(text[i]) || !char.IsWhiteSpace(text[i - 1]))
            {
                continue;
            }

            var next = WordEnd(text, i, end);
            if (Openings.Contains(text.AsSpan(i, next - i)) && EndsTitle(text, start, i) && ((next < end && text[next] == ':') || EndAt(text, i, end) > i))
            {
                return i;
            }
        }

        return -1;
    }

    // "of the Background" goes on.
    private static bool EndsTitle(string text, int start, int at)
    {
        var end = Scan.TrimEnd(text, start, at);
        var letters = 0;
        while (letters < WordLetters && end - 1 - letters > start && char.IsLetter(text[end - 1 - letters]))
        {
            letters++;
        }

        return letters is 0 or WordLetters || char.IsUpper(text[end - 1]);
    }

    // In title case only this one: "Results" and "Methods" are as often meant to run on.
    private static int EndOfTitleCase(string text, int start, int first, int end)
    {
        var next = Scan.SkipWhiteSpace(text, first);
        return next > first && next < end && char.IsUpper(text[next]) && text.AsSpan(start, first - start).SequenceEqual("Abstract")
            && (Starters.BeginAt(text, next) || Strong.Contains(text.AsSpan(next, WordEnd(text, next, end) - next))) ? first : start;
    }

    private static int EndOfUpper(string text, int start, int end)
    {
        var heading = start;
        var strong = false;
        for (var (i, words) = (start, 0); i < end && words < MostWords; words++)
        {
            var next = WordEnd(text, i, end);
            var word = text.AsSpan(i, next - i);
            var isHeading = Upper.Contains(word);
            var past = SkipPlural(text, next, end);
            if (!IsUpper(text, i, next) || !Scan.IsGap(text, past) || !(isHeading || Between.Contains(word)))
            {
                // Further capitals would belong to a longer heading that is not known.
                return IsUpper(text, i, next) && !strong ? start : FollowsUpper(text, i, heading, start);
            }

            (heading, strong) = isHeading ? (past, Strong.Contains(word)) : (start, false);
            i = Scan.SkipWhiteSpace(text, past);
        }

        return start;
    }

    // An acronym that reads like a heading has a verb behind it: "AIM is".
    private static int FollowsUpper(string text, int at, int heading, int start)
        => char.IsUpper(text[at]) || char.IsAsciiDigit(text[at]) || text.AsSpan(at).StartsWith("to ", StringComparison.Ordinal) ? heading : start;

    private static bool IsUpper(string text, int from, int to) => to - from > 1 && char.IsUpper(text[from]) && char.IsUpper(text[from + 1]);

    private static int WordEnd(string text, int at, int end)
    {
        var i = at;
        while (i < end && i - at < LongestWord && char.IsLetter(text[i]))
        {
            i++;
        }

        return i;
    }

    // "RESULT(S)".
    private static int SkipPlural(string text, int at, int end)
        => text.AsSpan(at, end - at).StartsWith("(S)", StringComparison.Ordinal) ? at + 3 : at;
}
