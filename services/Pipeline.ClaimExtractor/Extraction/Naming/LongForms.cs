using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Pairs an acronym with the words it stands for: "Long Tail Network (LTN)" and "LTN (Long Tail Network)".</summary>
internal static class LongForms
{
    private const int LongestAcronym = 24;
    private const int LongestForm = 12;

    /// <summary>Pairs of one sentence as tokens from and up to, in order.</summary>
    public static void Find(TokenView view, List<(TokenRange Long, TokenRange Acronym)> pairs)
    {
        pairs.Clear();
        for (var i = 1; i < view.Count - 1; i++)
        {
            if (view.Mark(i) != '(')
            {
                continue;
            }

            if ((Before(view, i) ?? Inside(view, i)) is { } pair)
            {
                pairs.Add(pair);
            }
        }
    }

    private static (TokenRange Long, TokenRange Acronym)? Before(TokenView view, int open)
    {
        if (!NameReader.IsDistinct(view, open + 1))
        {
            return null;
        }

        var acronym = new TokenRange(open + 1, NameReader.ChunkEnd(view, open + 1));
        if (view.Mark(acronym.Next) is not (')' or ',' or ';'))
        {
            return null;
        }

        var next = NameReader.Before(view, open - 1) + 1;
        var first = next > 0 ? Start(view, acronym, Math.Max(0, next - LongestForm), next) : -1;
        return first >= 0 && view.IsCapitalised(first) && next - first > 1 && !Repeats(view, first, acronym) ? (new(first, next), acronym) : null;
    }

    private static (TokenRange Long, TokenRange Acronym)? Inside(TokenView view, int open)
    {
        var first = NameReader.ChunkStart(view, open);
        if (first == open || !NameReader.IsDistinct(view, first))
        {
            return null;
        }

        var close = open + 1;
        while (close < view.Count && close <= open + LongestForm && view.Mark(close) is not (')' or '(' or ','))
        {
            close++;
        }

        var acronym = new TokenRange(first, open);
        return view.Is(close, ')') && close - open > 2 && view.IsCapitalised(open + 1) && Start(view, acronym, open + 1, close) == open + 1
            ? (new(open + 1, close), acronym)
            : null;
    }

    // Schwartz and Hearst: the letters of the acronym are sought from the back, the first one at the start of a word.
    private static int Start(TokenView view, TokenRange acronym, int from, int to)
    {
        var letters = Of(view, acronym);
        letters = letters[..Math.Min(letters.Length, LongestAcronym)];
        var floor = view.Tokens[from].Start;
        var at = view.Tokens[to - 1].End - 1;
        for (var i = PluralEnd(letters) - 1; i >= 0; i--)
        {
            if (!char.IsLetterOrDigit(letters[i]))
            {
                continue;
            }

            while (at >= floor && (!Same(view.Text[at], letters[i]) || (i == 0 && !StartsWord(view.Text, at, floor))))
            {
                at--;
            }

            at--;
        }

        return at < floor - 1 ? -1 : TokenAt(view, at + 1, from, to);
    }

    private static int TokenAt(TokenView view, int position, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (view.Tokens[i].Start == position)
            {
                return i;
            }
        }

        return -1;
    }

    // "COVID-19 and others (COVID-19, ...)" spells nothing out.
    private static bool Repeats(TokenView view, int first, TokenRange acronym)
        => view.Text.AsSpan(view.Tokens[first].Start).StartsWith(Of(view, acronym), StringComparison.Ordinal);

    private static ReadOnlySpan<char> Of(TokenView view, TokenRange range)
    {
        var span = view.Span(range.First, range.Next);
        return view.Text.AsSpan(span.Start, span.Length);
    }

    private static int PluralEnd(ReadOnlySpan<char> letters)
        => letters.Length > 2 && letters[^1] == 's' && char.IsUpper(letters[^2]) ? letters.Length - 1 : letters.Length;

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);

    private static bool StartsWord(string text, int at, int floor) => at == floor || !char.IsLetterOrDigit(text[at - 1]);
}

/// <summary>Tokens of a sentence, the end exclusive.</summary>
internal readonly record struct TokenRange(int First, int Next);
