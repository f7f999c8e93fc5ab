using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Which way a stated change goes: by the words on the amount, directly behind it, or the verb it depends on.</summary>
internal static class Directions
{
    private const int Behind = 4;
    private const int Before = 24;

    public static QuantityDirection Of(TokenView view, Amount amount)
    {
        if (amount.Kind == QuantityKind.Count)
        {
            return QuantityDirection.None;
        }

        if (amount is { Kind: QuantityKind.Range, Values: [var low, var high] } && amount.Core > amount.First && view.Of(amount.Core - 1) is "from" or "From")
        {
            return high > low ? QuantityDirection.Increase : high < low ? QuantityDirection.Decrease : QuantityDirection.None;
        }

        if (view.Mark(amount.Core) is '+')
        {
            return QuantityDirection.Increase;
        }

        if (BaselineReader.Owner(view, amount) is not null)
        {
            return QuantityDirection.None;
        }

        var behind = FromBehind(view, amount);
        return behind != QuantityDirection.None ? behind : FromBefore(view, amount.First);
    }

    private static QuantityDirection FromBehind(TokenView view, Amount amount)
    {
        for (var i = amount.Next - 1; i < amount.Next + Behind; i++)
        {
            var direction = Word(view, i);
            if (direction != QuantityDirection.None)
            {
                return direction;
            }

            if (i >= amount.Next && (!view.Is(i, TokenKind.Word) || view.Is(i, Lexicon.Quantities.PhraseEnds)) && !view.IsJoint(i))
            {
                return QuantityDirection.None;
            }
        }

        return QuantityDirection.None;
    }

    // "reduces GPU memory by 60%": a change word, then a linking word right before the amount.
    private static QuantityDirection FromBefore(TokenView view, int first)
    {
        // The "acceleration factor" of a condition changes nothing, but "by a factor of three" does.
        if (IsFactorOf(view, first))
        {
            if (view.Of(first - 3) is not "a")
            {
                return QuantityDirection.None;
            }

            first = HedgeReader.Start(view, first - 3);
        }

        first = Phrases.WordBefore(view, first) + 1;
        var linked = view.Of(first - 1) is "by" or "of" or "to";
        for (var i = first - 1; i >= 0 && i >= first - Before; i--)
        {
            var direction = Word(view, i);
            if (direction != QuantityDirection.None)
            {
                return linked || first - i <= 2 ? direction : QuantityDirection.None;
            }

            if (view.Mark(i) is ';' or ':' or '(' || (view.Is(i, ',') && !(linked && view.Of(first - 1) is "by")))
            {
                return QuantityDirection.None;
            }
        }

        return QuantityDirection.None;
    }

    private static bool IsFactorOf(TokenView view, int first) => view.Of(first - 2) is "factor" or "factors" && view.Of(first - 1) is "of";

    private static QuantityDirection Word(TokenView view, int at)
        => view.Of(at) is "speed" || Phrases.IsIncrease(view, at) ? QuantityDirection.Increase
            : Phrases.IsDecrease(view, at) ? QuantityDirection.Decrease
            : QuantityDirection.None;
}
