using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what an amount is about, where the sentence says so directly. Results are tokens from and up to.</summary>
internal static class Mentions
{
    private const int LongestPhrase = 6;
    private const int MetricReach = 4;
    private const int BaselineReach = 12;

    /// <summary>The metric: the words behind the amount, before it, or the object of the verb of change.</summary>
    public static (int First, int Next)? Metric(TokenView view, Amount amount)
        => Gained(view, amount) ?? Behind(view, amount) ?? Before(view, amount) ?? Changed(view, amount);

    /// <summary>What the amount is compared with: "than X", "over X", "compared to X" behind it, or "outperforms X by" before it.</summary>
    public static (int First, int Next)? Baseline(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < view.Count && i < amount.Next + BaselineReach; i++)
        {
            var next = Lexicon.Quantities.Against.Match(view.Tokens, i, out _);
            if (next >= 0 && !view.Is(next, TokenKind.Number))
            {
                return Phrase(view, next);
            }

            if (view.Mark(i) is ';' or '.' or ':' or ')' || view.Is(i, TokenKind.Number))
            {
                break;
            }
        }

        for (var i = amount.First - 1; i >= 0 && i >= amount.First - BaselineReach; i--)
        {
            var next = Lexicon.Quantities.Beats.Match(view.Tokens, i, out _);
            if (next >= 0 && next < amount.First)
            {
                return Phrase(view, next);
            }

            if (view.Mark(i) is ',' or ';')
            {
                break;
            }
        }

        return null;
    }

    /// <summary>A noun phrase without its article; null when nothing is left.</summary>
    public static (int First, int Next)? Phrase(TokenView view, int at)
    {
        while (view.Is(at, Lexicon.Quantities.Articles))
        {
            at++;
        }

        var next = at;
        while (next < view.Count && next < at + LongestPhrase && IsInPhrase(view, next))
        {
            next++;
        }

        next = next > at && view.Is(next - 1, '-') ? next - 1 : next;
        return next > at ? (at, next) : null;
    }

    // "a 2.5x acceleration in training efficiency": the gain is named, then what gained.
    private static (int First, int Next)? Gained(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i <= amount.Next + MetricReach && IsInPhrase(view, i); i++)
        {
            if ((view.Is(i, Lexicon.Quantities.Increases) || view.Is(i, Lexicon.Quantities.Decreases)) && view.Of(i + 1) is "in" or "of")
            {
                return Phrase(view, i + 2) is { } found && view.Is(found.Next - 1, Lexicon.Quantities.MetricWords) ? found : null;
            }
        }

        return null;
    }

    // "83% accuracy", "5 times fewer depth samples", "0.6% success rate drop", "1.9x inference speedup".
    private static (int First, int Next)? Behind(TokenView view, Amount amount)
    {
        var first = view.Is(amount.Next, Lexicon.Quantities.Articles) ? amount.Next + 1 : amount.Next;
        var last = -1;
        for (var i = first; i < first + MetricReach && IsInPhrase(view, i); i++)
        {
            last = view.Is(i, Lexicon.Quantities.MetricWords) ? i : last;
        }

        return last < 0 ? null : (SkipChange(view, first, last), last + 1);
    }

    // "accuracy of 83%", "SSIM 0.99", "F1 score of 0.8".
    private static (int First, int Next)? Before(TokenView view, Amount amount)
    {
        var i = amount.First - 1;
        while (i >= 0 && i >= amount.First - 3 && view.Is(i, Lexicon.Quantities.Links))
        {
            i--;
        }

        if (!view.Is(i, Lexicon.Quantities.MetricWords) || view.Is(i, Lexicon.Quantities.Increases) || view.Is(i, Lexicon.Quantities.Decreases))
        {
            return null;
        }

        var first = view.Of(i) is "factor" && view.Is(i - 1, Lexicon.Quantities.MetricWords) ? i - 1 : i;
        while (first > 0 && first > i - 2 && IsModifier(view, first - 1))
        {
            first--;
        }

        return (first, i + 1);
    }

    // "reduces GPU memory usage by 60%": the words between the verb of change and "by", "to" or "from".
    private static (int First, int Next)? Changed(TokenView view, Amount amount)
    {
        var link = amount.First - 1;
        if (!(view.Of(link) is "by" or "to" or "of"))
        {
            return null;
        }

        for (var i = link - 1; i >= 0 && i >= link - LongestPhrase - 1; i--)
        {
            if (view.Is(i, Lexicon.Quantities.Increases) || view.Is(i, Lexicon.Quantities.Decreases))
            {
                var from = Lexicon.Quantities.Beats.Match(view.Tokens, i, out _) >= 0 || view.Of(i + 1) is "in" or "of" ? null : Phrase(view, i + 1);
                return from is { } found && (found.Next == link || view.Is(found.Next - 1, Lexicon.Quantities.MetricWords)) ? found : null;
            }
        }

        return null;
    }

    private static int SkipChange(TokenView view, int first, int last)
    {
        while (first < last && (view.Is(first, Lexicon.Quantities.Comparatives) || view.Is(first, Lexicon.Quantities.Articles) || view.Of(first) is "relative" or "absolute" or "improvement"))
        {
            first++;
        }

        return first;
    }

    private static bool IsModifier(TokenView view, int at)
        => view.Is(at, TokenKind.Word) && !view.Glued(at) && !view.Tokens[at].Adverb
            && !view.Is(at, Lexicon.Quantities.PhraseEnds) && !view.Is(at, Lexicon.Quantities.Articles) && !view.Is(at, Lexicon.Quantities.Increases) && !view.Is(at, Lexicon.Quantities.Decreases)
            && !view.Of(at).EndsWith("ing", StringComparison.Ordinal) && !view.Of(at).EndsWith("es", StringComparison.Ordinal);

    private static bool IsInPhrase(TokenView view, int at)
        => (view.Is(at, TokenKind.Word) && (view.Glued(at) || !view.Is(at, Lexicon.Quantities.PhraseEnds)))
            || view.IsJoint(at)
            || (view.Glued(at) && (view.Is(at, TokenKind.Number) || view.Is(at, '_')));
}
