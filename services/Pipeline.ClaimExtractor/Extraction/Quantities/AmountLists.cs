using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Which amounts belong together: those of a list, and those that go on what another began.</summary>
internal static class AmountLists
{
    private const int PlaceReach = 16;
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
        while (end < amounts.Count && amounts[end].Unit == amounts[first].Unit && view.Is(amounts[end].Core, '+') == view.Is(amounts[first].Core, '+') && IsLink(view, amounts[end - 1].Next, amounts[end].First))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether an amount goes on what another one began: "15% in MRR@3 and 19% in MRR@10", "10% over ribbons and 6% over strings".</summary>
    public static bool IsParallel(TokenView view, Amount left, Amount right)
    {
        var link = Phrases.WordBefore(view, right.First);
        var side = SideOf(view, left);
        if (left.Unit != right.Unit || right.First - left.Next > PlaceReach || !view.Is(link, Lexicon.Quantities.ListLinks) || !view.Is(side, Lexicon.Quantities.Sides))
        {
            return false;
        }

        for (var i = side; i < link; i++)
        {
            if (view.Is(i, Lexicon.Quantities.ResultVerbs) || Phrases.IsChange(view, i) || view.Mark(i) is '(' or ')' or ';')
            {
                return false;
            }
        }

        return true;
    }

    // "6 points gains in ribbons": behind the mark of a formula and the word of change.
    private static int SideOf(TokenView view, Amount amount)
    {
        var at = view.Is(amount.Next, '$') ? amount.Next + 1 : amount.Next;
        return Phrases.IsChange(view, at) ? at + 1 : at;
    }

    /// <summary>Whether an amount shares its noun with the next: "88% zero-shot and 91% fine-tuning accuracy".</summary>
    public static bool SharesNoun(TokenView view, Amount left, Amount right)
    {
        var at = left.Next;
        while (at < left.Next + LongestItem && view.Is(at, TokenKind.Word) | view.IsJoint(at) && !view.Is(at, Lexicon.Quantities.PhraseEnds))
        {
            at++;
        }

        return at > left.Next && left.Unit == right.Unit && view.Of(at) is "and" or "or" && at + 1 == right.First;
    }

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
