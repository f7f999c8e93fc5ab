using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Things that as many amounts belong to, in order: "4%, 5% and 6% in training, validation and test accuracy, respectively".</summary>
/// <param name="Items">The tokens of each; empty when the sentence does not list exactly so many.</param>
/// <param name="AreMeasuredOn">Whether they are what was measured on, rather than what was measured.</param>
internal readonly record struct ListedThings(List<(int First, int Next)> Items, bool AreMeasuredOn)
{
    // Words between the last amount and "in", "on", "for".
    private const int MostBetween = 3;
    private const int PlaceReach = 16;
    private const int BeforeReach = 40;
    private const int LongestItem = 6;

    /// <summary>No list at all.</summary>
    public static ListedThings None => new([], false);

    /// <summary>The things of the amounts between two tokens.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="first">First token of the first amount.</param>
    /// <param name="next">One past the last token of the last amount.</param>
    /// <param name="count">Amounts.</param>
    public static ListedThings Of(TokenView view, int first, int next, int count)
    {
        if (ThingsBehind(view, next, count) is { Items.Count: > 0 } behind)
        {
            return behind;
        }

        return NamesBefore(view, first, count) is { Count: > 0 } names ? new(names, false) : new(PlacesBefore(view, first, count), true);
    }

    /// <summary>One of the things; what lacks the noun that it shares with the last one goes on to that: "training, validation and test accuracy".</summary>
    public (int First, int Next) Named(TokenView view, int index)
    {
        var (first, next) = Items[index];
        var last = Items[^1].Next;
        var lacksNoun = index < Items.Count - 1 && next - first == 1 && !view.IsCapitalised(first) && !view.Is(first, Lexicon.Quantities.MetricNouns);
        return lacksNoun && view.Is(last - 1, Lexicon.Quantities.MetricNouns) && Items[^1].Next - Items[^1].First > 1 ? (first, last) : (first, next);
    }

    private static ListedThings ThingsBehind(TokenView view, int from, int count)
    {
        for (var at = from; at < view.Count && at < from + PlaceReach && !view.Is(at, TokenKind.Number); at++)
        {
            if (view.Is(at, Lexicon.Quantities.Places) && ListAt(view, at + 1, count) is { Count: > 0 } things && !GoesOn(view, things[^1].Next) && (at < from + MostBetween || EndsList(view, things[^1].Next)))
            {
                return new(things, view.Of(at) is "on" or "across" && AreNames(view, things));
            }
        }

        return None;
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
}
