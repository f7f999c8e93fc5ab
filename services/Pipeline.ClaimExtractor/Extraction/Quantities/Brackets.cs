using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what brackets around numbers belong to: "Atoll-3 (65.7%, +5.3%), Reef-QA (76.1%)". Results are tokens from and up to.</summary>
internal static class Brackets
{
    private const int Reach = 12;
    private const int LongestOwner = 6;
    private const int MostOwners = 12;

    /// <summary>The phrase right before the bracket that a token stands in.</summary>
    public static (int First, int Next)? Owner(TokenView view, int at)
    {
        for (var i = at - 1; i > 0 && i >= at - Reach && !view.Is(i, ')'); i--)
        {
            if (view.Is(i, '('))
            {
                return Phrases.Before(view, i, LongestOwner);
            }
        }

        return null;
    }

    /// <summary>The owner of the bracket that ends right before a list goes on with the phrase at a token.</summary>
    public static (int First, int Next)? OtherOwner(TokenView view, int first)
    {
        var at = first - 1;
        while (at > 0 && view.Is(at, Lexicon.Quantities.ListLinks))
        {
            at--;
        }

        return at < first - 1 && view.Is(at, ')') ? Owner(view, at) : null;
    }

    /// <summary>Whether the list of owners that a phrase stands in begins behind "in" or "on", and has another one.</summary>
    public static bool IsPlaced(TokenView view, int first)
    {
        var others = 0;
        while (others < MostOwners && OtherOwner(view, first) is { } other)
        {
            first = other.First;
            others++;
        }

        return view.Of(first - 1) is "in" or "on" && (others > 0 || HasMore(view, first));
    }

    // A second bracket with a number follows.
    private static bool HasMore(TokenView view, int at)
    {
        var brackets = 0;
        for (var i = at; i < at + (2 * Reach) && brackets < 2; i++)
        {
            brackets += view.Is(i, '(') ? 1 : 0;
        }

        return brackets == 2;
    }
}
