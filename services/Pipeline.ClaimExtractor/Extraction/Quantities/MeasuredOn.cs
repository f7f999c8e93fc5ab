using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Phrases around an amount that say what was measured on, whether or not they are known names of data sets.</summary>
internal static class MeasuredOn
{
    private const int BehindReach = 12;
    private const int LaterReach = 40;
    private const int BeforeReach = 40;
    private const int LongestAside = 4;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Whether a word leads to what was measured on.</summary>
    public static bool IsPlace(TokenView view, int at) => view.Of(at) is "on" or "On" or "across" or "Across";

    /// <summary>In a bracket: "34% (Atoll-NL) and 25% (real robot)".</summary>
    public static (int First, int Next)? Aside(TokenView view, Amount amount)
        => view.Is(amount.Next, '(') && Phrases.From(view, amount.Next + 1) is { } found && view.Is(found.Next, ')') && found.Next - found.First <= LongestAside
            && !view.Is(found.Next - 1, Lex.MetricWords) && !Phrases.IsChange(view, found.Next - 1) ? found : null;

    /// <summary>Behind it, before the next number: "95% on X", "10% across tasks".</summary>
    public static (int First, int Next)? Behind(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < amount.Next + BehindReach && i < view.Count && !(view.Is(i, TokenKind.Number) && !view.Glued(i)); i++)
        {
            if (IsPlace(view, i) && TestedPhrases.From(view, i + 1) is { } on && TestedPhrases.MayBe(view, on) && !TestedPhrases.PointsBack(view, on))
            {
                return on;
            }

            if (view.Of(i) is "in" or "for" or "when" or "under" or "over" && Phrases.From(view, i + 1) is { } place
                && (TestedPhrases.IsData(view, place) || (i == amount.Next && TestedPhrases.IsTested(view, place))) && !TestedPhrases.PointsBack(view, place))
            {
                return place;
            }

            if (view.Mark(i) is ';' or '.' or ',')
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Behind it, over other numbers.</summary>
    public static (int First, int Next)? Later(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < view.Count && i < amount.Next + LaterReach && !view.Is(i, ';'); i++)
        {
            if (TestedPhrases.From(view, i + 1) is { } found && (IsPlace(view, i) ? TestedPhrases.MayBe(view, found) : view.Of(i) is "for" && TestedPhrases.IsData(view, found))
                && !TestedPhrases.PointsBack(view, found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>In front of it.</summary>
    public static (int First, int Next)? Before(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i >= 0 && i >= amount.First - BeforeReach; i--)
        {
            if (TestedPhrases.From(view, i + 1) is { } found && found.Next <= amount.First && (IsPlace(view, i) || IsOpening(view, i, found))
                && TestedPhrases.MayBe(view, found) && !TestedPhrases.PointsBack(view, found))
            {
                return found;
            }
        }

        return null;
    }

    // "In Atoll Counting, ...", "Using two reef datasets, ...".
    private static bool IsOpening(TokenView view, int at, (int First, int Next) found)
        => view.Of(at) is "In" or "Using" or "using" or "with" && (TestedPhrases.IsData(view, found) || (view.Is(found.Next, ',') && view.Of(at) is "In" && Phrases.IsNameLike(view, found) && view.Of(found.Next - 1) is not "setting" and not "settings" and not "regime" and not "mode" and not "case"));
}
