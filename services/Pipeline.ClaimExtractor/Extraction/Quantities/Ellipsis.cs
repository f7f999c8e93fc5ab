using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds the second of two things that share a verb: "cuts drag by 5% and weight by 7%", "outperforms ribbons by 5% and strings by 7%".</summary>
internal static class Ellipsis
{
    private const int LongestThing = 8;
    private const int Reach = 20;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The thing before "by" when its verb stands before an earlier "by"; null when it has a verb of its own.</summary>
    /// <returns>Its first token, and whether the verb is one of rank, so that the thing is a baseline and no metric.</returns>
    public static (int First, bool IsRank)? Of(TokenView view, int by)
    {
        if (Phrases.Before(view, by, LongestThing) is not { } thing)
        {
            return null;
        }

        var link = view.Is(thing.First - 1, Lex.Articles) ? thing.First - 2 : thing.First - 1;
        var earlier = view.Is(link, Lex.ListLinks) ? link : -1;
        for (var i = link; earlier >= 0 && i > link - Reach; i--)
        {
            if (view.Of(i) is "by")
            {
                return VerbOf(view, i) is { } isRank ? (thing.First, isRank) : null;
            }
        }

        return null;
    }

    private static bool? VerbOf(TokenView view, int by)
    {
        for (var i = by - 1; i >= 0 && i > by - Reach; i--)
        {
            if (Lex.Beats.Match(view.Tokens, i, out _) >= 0)
            {
                return true;
            }

            if (Phrases.IsChange(view, i))
            {
                return false;
            }
        }

        return null;
    }
}
