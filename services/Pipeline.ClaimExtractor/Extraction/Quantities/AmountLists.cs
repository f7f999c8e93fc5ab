using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads lists of amounts against lists of things: "4%, 5% and 6% in training, validation and test accuracy, respectively".</summary>
internal static class AmountLists
{
    // Words between the last amount and "in", "on", "for".
    private const int MostBetween = 3;
    private const int LongestItem = 6;

    /// <summary>Gives the unit of the last amount to those of its list that have none: "17.9, 15.8 and 12.3 points".</summary>
    public static void ShareUnits(TokenView view, List<Amount> amounts)
    {
        for (var i = amounts.Count - 2; i >= 0; i--)
        {
            if (amounts[i] is { Unit: null, Kind: QuantityKind.Score } && amounts[i + 1] is { Unit: not null, Kind: not QuantityKind.Count } next
                && IsLink(view, amounts[i].Next, next.First))
            {
                amounts[i] = amounts[i] with { Unit = next.Unit, Kind = next.Kind };
            }
        }
    }

    /// <summary>One past the last amount of the list that begins at <paramref name="first"/>.</summary>
    public static int End(TokenView view, List<Amount> amounts, int first)
    {
        var end = first + 1;
        while (end < amounts.Count && amounts[end].Unit == amounts[first].Unit && IsLink(view, amounts[end - 1].Next, amounts[end].First))
        {
            end++;
        }

        return end;
    }

    /// <summary>The things that as many amounts belong to, in order; empty when the sentence does not list exactly so many.</summary>
    public static List<(int First, int Next)> Things(TokenView view, int from, int count)
    {
        var at = from;
        while (at < from + MostBetween && !view.Is(at, Lexicon.Quantities.Places))
        {
            at++;
        }

        var things = new List<(int First, int Next)>();
        at = view.Is(at, Lexicon.Quantities.Places) ? at + 1 : view.Count;
        while (at < view.Count && things.Count < count && Item(view, at) is { } item)
        {
            things.Add(item);
            at = item.Next;
            while (view.Is(at, Lexicon.Quantities.ListLinks))
            {
                at++;
            }
        }

        var goesOn = view.Is(at - 1, Lexicon.Quantities.ListLinks) && !view.Is(at, Lexicon.Quantities.Respectively) && Item(view, at) is not null;
        return things.Count == count && !goesOn ? things : [];
    }

    private static (int First, int Next)? Item(TokenView view, int at)
    {
        var first = view.Is(at, Lexicon.Quantities.Articles) || view.Is(at, Lexicon.Quantities.Places) ? at + 1 : at;
        var next = first;
        while (next < view.Count && next < first + LongestItem && IsInItem(view, next))
        {
            next++;
        }

        return next > first ? (first, next) : null;
    }

    private static bool IsInItem(TokenView view, int at)
        => (view.Is(at, TokenKind.Word) || view.Is(at, TokenKind.Number) || view.IsJoint(at))
            && !view.Is(at, Lexicon.Quantities.ListLinks) && !view.Is(at, Lexicon.Quantities.Respectively) && !view.Is(at, Lexicon.Quantities.PhraseEnds);

    private static bool IsLink(TokenView view, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!view.Is(i, Lexicon.Quantities.ListLinks))
            {
                return false;
            }
        }

        return to > from;
    }
}
