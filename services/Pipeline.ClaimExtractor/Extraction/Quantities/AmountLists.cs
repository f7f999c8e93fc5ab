using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads lists of amounts against lists of things: "4%, 5% and 6% in training, validation and test accuracy, respectively".</summary>
internal static class AmountLists
{
    // Words between the last amount and "in", "on", "for".
    private const int MostBetween = 3;
    private const int LongestItem = 6;

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
        while (at < from + MostBetween && !view.Is(at, Lexicon.Places))
        {
            at++;
        }

        var things = new List<(int First, int Next)>();
        at = view.Is(at, Lexicon.Places) ? at + 1 : view.Count;
        while (at < view.Count && things.Count < count && Item(view, at) is { } item)
        {
            things.Add(item);
            at = item.Next;
            while (view.Is(at, Lexicon.ListLinks))
            {
                at++;
            }
        }

        var goesOn = view.Is(at - 1, Lexicon.ListLinks) && !view.Is(at, Lexicon.Respectively) && Item(view, at) is not null;
        return things.Count == count && !goesOn ? things : [];
    }

    private static (int First, int Next)? Item(TokenView view, int at)
    {
        var first = view.Is(at, Lexicon.Articles) || view.Is(at, Lexicon.Places) ? at + 1 : at;
        var next = first;
        while (next < view.Count && next < first + LongestItem && IsInItem(view, next))
        {
            next++;
        }

        return next > first ? (first, next) : null;
    }

    private static bool IsInItem(TokenView view, int at)
        => (view.Is(at, TokenKind.Word) || view.Is(at, TokenKind.Number) || view.IsJoint(at))
            && !view.Is(at, Lexicon.ListLinks) && !view.Is(at, Lexicon.Respectively) && !view.Is(at, Lexicon.PhraseEnds);

    private static bool IsLink(TokenView view, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!view.Is(i, Lexicon.ListLinks))
            {
                return false;
            }
        }

        return to > from;
    }
}
