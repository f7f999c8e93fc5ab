using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what an amount is compared with. Results are tokens from and up to.</summary>
internal static class BaselineReader
{
    private const int BehindReach = 28;
    private const int NearReach = 9;
    private const int BeforeReach = 28;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>"than X", "compared to X", "outperforming X" behind the amount, or "outperforms X by" before it.</summary>
    public static (int First, int Next)? Read(TokenView view, Amount amount, int listNext)
    {
        if (Owner(view, amount) is not null)
        {
            return null;
        }

        var behind = amount with { Next = listNext };
        var link = Phrases.WordBefore(view, amount.First);
        if (view.Of(link) is not "by")
        {
            return Named(view, Behind(view, behind) ?? Before(view, amount));
        }

        return view.Is(behind.Next, Lex.Sides) && Lex.Against.Match(view.Tokens, behind.Next, out _) >= 0 && Behind(view, behind) is { } near ? Named(view, near)
            : Ellipsis.Of(view, link) is { } elliptic ? elliptic.IsRank ? (elliptic.First, link) : Named(view, Behind(view, behind))
            : Named(view, Before(view, amount) ?? Behind(view, behind));
    }

    /// <summary>What the amount itself belongs to when it is the number of a baseline: "outperforming LoRA at 80.06%", "compared to 0.603 for MARVEL".</summary>
    public static (int First, int Next)? Owner(TokenView view, Amount amount)
    {
        var end = amount.First;
        while (end > 0 && end > amount.First - 2 && (view.Of(end - 1) is "at" or "of" || view.Is(end - 1, '(')))
        {
            end--;
        }

        for (var i = end - 1; i >= 0 && i >= end - NearReach - 3; i--)
        {
            var next = Ranked(view, i);
            if (next == end && end == amount.First && view.Of(i) is not "over" and not "than")
            {
                return view.Of(amount.Next) is "for" or "by" or "of" ? Phrases.From(view, amount.Next + 1) : null;
            }

            if (next > 0 && next < end && Phrases.From(view, next) is { } found && found.Next == end)
            {
                return found;
            }
        }

        return null;
    }

    // "the best model, LoRA," and "prior methods like LoRA" are LoRA.
    private static (int First, int Next)? Named(TokenView view, (int First, int Next)? found)
    {
        if (found is not { } phrase)
        {
            return null;
        }

        for (var i = phrase.First + 1; i < phrase.Next - 1; i++)
        {
            if (view.Of(i) is "like" && view.IsCapitalised(i + 1))
            {
                return (i + 1, phrase.Next);
            }
        }

        return view.Is(phrase.Next, ',') && view.IsCapitalised(phrase.Next + 1) && Phrases.From(view, phrase.Next + 1) is { } name
            && (view.Is(name.Next, ',') || view.Of(name.Next) is "by" || name.Next == view.Count - 1) && !view.IsCapitalised(phrase.First) ? name : phrase;
    }

    private static (int First, int Next)? Behind(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < view.Count && i < amount.Next + BehindReach; i++)
        {
            var next = Ranked(view, i);
            var isNear = i < amount.Next + NearReach;
            if (next >= 0 && view.Is(next, TokenKind.Number) && !view.IsJoint(next + 1))
            {
                return OfNumber(view, next);
            }

            if (next >= 0 && !(view.IsCapitalised(i - 1) && view.IsCapitalised(next)) && view.Of(i - 1) is not "Intersection" and not "intersection" && (isNear || view.Of(i) is not "over" and not "against"))
            {
                return Compared(view, next) is { } found && !HasOwnNumber(view, found.Next) ? found : null;
            }

            if (view.Mark(i) is ';' or '.' || view.Of(i) is "while" or "whereas" || (!isNear && view.Is(i, ':')))
            {
                break;
            }
        }

        return null;
    }

    // "86% vs 88% for full tuning".
    private static (int First, int Next)? OfNumber(TokenView view, int number)
    {
        for (var i = number + 1; i < number + 5; i++)
        {
            if (view.Of(i) is "for" or "by" or "of" or "with")
            {
                return Phrases.From(view, i + 1);
            }
        }

        return null;
    }

    // "outperforming X by 7%": the comparison is of that number.
    private static bool HasOwnNumber(TokenView view, int at)
    {
        var next = view.Of(at) is "by" ? Phrases.WordAfter(view, at) : at;
        next = next > at && Lex.Hedges.Match(view.Tokens, Math.Min(next, view.Count - 1), out _) is var hedge and > 0 ? hedge : next;
        return next > at && view.Is(next, TokenKind.Number);
    }

    // The phrase compared with; "the results from X" is X, and scores or pronouns are nothing to compare with.
    private static (int First, int Next)? Compared(TokenView view, int at)
    {
        if (Phrases.From(view, at) is not { } found)
        {
            return null;
        }

        if (view.Of(found.Next - 1) is "results" or "performance" or "those" or "that" && view.Of(found.Next) is "of" or "from" && Phrases.From(view, found.Next + 1) is { } owner)
        {
            return owner;
        }

        // "Training on all of it" is one thing.
        if (found.Next == found.First + 1 && view.Of(found.First) is [.., 'i', 'n', 'g'] && view.Of(found.Next) is "on" or "with" or "from" && Phrases.From(view, found.Next + 1) is { } what)
        {
            return (found.First, what.Next);
        }

        return view.Is(found.Next - 1, Lex.ScoreWords) || view.Is(found.First, Lex.Objects) ? null : found;
    }

    private static (int First, int Next)? Before(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i >= 0 && i >= amount.First - BeforeReach; i--)
        {
            var next = Lex.Beats.Match(view.Tokens, i, out _);
            if (next < 0 && view.Of(i - 1) is not "Intersection" and not "intersection")
            {
                next = Lex.Against.Match(view.Tokens, i, out _) is var against and >= 0 && view.Of(i) is "compared" or "Compared" or "relative" or "Relative" or "over" or "than" ? against : -1;
            }

            if (next >= 0 && next < amount.First && Compared(view, next) is { } found && found.Next <= amount.First)
            {
                return view.Is(found.First, TokenKind.Number) ? null : found;
            }

            if (view.Is(i, ';') || view.Of(i) is "whereas" || (view.Of(i) is "while" && view.Of(i + 1) is not "also"))
            {
                break;
            }
        }

        return null;
    }

    private static int Ranked(TokenView view, int at)
    {
        var next = Lex.Against.Match(view.Tokens, at, out _);
        return next >= 0 ? next : Lex.Beats.Match(view.Tokens, at, out _);
    }
}
