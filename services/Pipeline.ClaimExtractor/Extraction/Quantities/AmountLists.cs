using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads lists of amounts against lists of things: "4%, 5% and 6% in training, validation and test accuracy, respectively".</summary>
internal static class AmountLists
{
    // Words between the last amount and "in", "on", "for".
    private const int MostBetween = 3;
    private const int PlaceReach = 16;
    private const int BeforeReach = 40;
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

    /// <summary>The things that as many amounts belong to, in order; empty when the sentence does not list exactly so many.</summary>
    public static List<(int First, int Next)> Things(TokenView view, int first, int next, int count)
        => ThingsBehind(view, next, count) is { Count: > 0 } behind ? behind
            : NamesBefore(view, first, count) is { Count: > 0 } names ? names
            : PlacesBefore(view, first, count);

    /// <summary>Whether an amount goes on what another one began: "15% in MRR@3 and 19% in MRR@10", "10% over ribbons and 6% over strings".</summary>
    public static bool IsParallel(TokenView view, Amount left, Amount right)
    {
        var link = Phrases.WordBefore(view, right.First);
        if (left.Unit != right.Unit || right.First - left.Next > PlaceReach || !view.Is(link, Lexicon.Quantities.ListLinks) || !view.Is(view.Is(left.Next, '$') ? left.Next + 1 : left.Next, Lexicon.Quantities.Sides))
        {
            return false;
        }

        for (var i = left.Next; i < link; i++)
        {
            if (view.Is(i, Lexicon.Quantities.ResultVerbs) || Phrases.IsChange(view, i) || view.Mark(i) is '(' or ')' or ';')
            {
                return false;
            }
        }

        return true;
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

    private static List<(int First, int Next)> ThingsBehind(TokenView view, int from, int count)
    {
        for (var at = from; at < view.Count && at < from + PlaceReach && !view.Is(at, TokenKind.Number); at++)
        {
            if (view.Is(at, Lexicon.Quantities.Places) && ListAt(view, at + 1, count) is { Count: > 0 } things && !GoesOn(view, things[^1].Next) && (at < from + MostBetween || EndsList(view, things[^1].Next)))
            {
                return things;
            }
        }

        return [];
    }

    // Only "respectively" tells that things far behind belong to the amounts.
    private static bool EndsList(TokenView view, int at) => view.Is(at, Lexicon.Quantities.Respectively) || view.Is(at + 1, Lexicon.Quantities.Respectively);

    private static bool GoesOn(TokenView view, int at)
    {
        var next = at;
        while (view.Is(next, Lexicon.Quantities.ListLinks))
        {
            next++;
        }

        return next > at && !view.Is(next, Lexicon.Quantities.Respectively) && Item(view, next) is not null;
    }

    // "On Reef, Atoll and Bay, it reaches ...".
    private static List<(int First, int Next)> PlacesBefore(TokenView view, int first, int count)
    {
        for (var i = first - 1; i >= 0 && i >= first - BeforeReach; i--)
        {
            if (view.Of(i) is "on" or "On" or "for" or "For" or "in" or "across" or "Across" && ListAt(view, i + 1, count) is { Count: > 0 } places
                && view.Is(places[^1].Next, ',') && AreNames(view, places))
            {
                return places;
            }
        }

        return [];
    }

    // "with Dice, IoU and BLEU scores of ...".
    private static List<(int First, int Next)> NamesBefore(TokenView view, int first, int count)
    {
        var next = first;
        while (next > 0 && view.Is(next - 1, Lexicon.Quantities.Links))
        {
            next--;
        }

        var names = new List<(int First, int Next)>();
        var hasMetric = false;
        while (names.Count < count && Phrases.Before(view, next, LongestItem) is { } name)
        {
            names.Insert(0, name);
            hasMetric |= view.Is(name.Next - 1, Lexicon.Quantities.MetricWords);
            next = name.First;
            while (next > 0 && names.Count < count && view.Is(next - 1, Lexicon.Quantities.ListLinks))
            {
                next--;
            }
        }

        return names.Count == count && hasMetric && !view.Is(next - 1, Lexicon.Quantities.ListLinks) ? names : [];
    }

    private static bool AreNames(TokenView view, List<(int First, int Next)> things)
    {
        foreach (var thing in things)
        {
            if (!Phrases.IsNameLike(view, thing))
            {
                return false;
            }
        }

        return true;
    }

    // A list of exactly so many things; empty when there is none.
    private static List<(int First, int Next)> ListAt(TokenView view, int at, int count)
    {
        var things = new List<(int First, int Next)>();
        while (at < view.Count && things.Count < count && Item(view, at) is { } item)
        {
            things.Add(item);
            at = item.Next;
            while (things.Count < count && view.Is(at, Lexicon.Quantities.ListLinks))
            {
                at++;
            }
        }

        return things.Count == count ? things : [];
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
        => (view.Is(at, TokenKind.Word) || view.Is(at, TokenKind.Number) || view.IsJoint(at) || (view.Glued(at) && view.Mark(at) is '@' or '_'))
            && !view.Is(at, Lexicon.Quantities.ListLinks) && !view.Is(at, Lexicon.Quantities.Respectively) && (!view.Is(at, Lexicon.Quantities.PhraseEnds) || (view.Of(at) is "to" && view.IsCapitalised(at - 1) && view.IsCapitalised(at + 1)));

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
