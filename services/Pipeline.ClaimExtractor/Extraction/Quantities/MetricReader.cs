using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what was measured. Results are tokens from and up to.</summary>
internal static class MetricReader
{
    private const int Reach = 5;
    private const int LongestMetric = 4;
    private const int ObjectReach = 14;
    private const int ClauseReach = 30;
    private const int LongestAcronym = 6;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The metric: behind the amount, before it, as the object of the verb of change, or else the last one named before it.</summary>
    public static (int First, int Next)? Read(TokenView view, Amount amount)
        => Trimmed(view, Gained(view, amount) ?? Behind(view, amount) ?? Before(view, amount) ?? Changed(view, amount) ?? Changing(view, amount) ?? In(view, amount) ?? ShareOf(view, amount) ?? Nearest(view, amount));

    // "Superior accuracy" is the accuracy, and "acceleration factor" is no factor of anything else.
    private static (int First, int Next)? Trimmed(TokenView view, (int First, int Next)? found)
    {
        if (found is not { } phrase)
        {
            return null;
        }

        var first = phrase.First;
        while (first < phrase.Next - 1 && view.Is(first, Lex.Praise) && !view.IsJoint(first + 1))
        {
            first++;
        }

        return (view.Of(first) is "factor" && Phrases.IsChange(view, first - 1) ? first - 1 : first, phrase.Next);
    }

    // "a 2.5x acceleration in training efficiency", "2% improvement in mean Dice score": the gain is named, then what gained.
    private static (int First, int Next)? Gained(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i <= amount.Next + Reach && Phrases.Holds(view, i); i++)
        {
            if (Phrases.IsChange(view, i) && view.Of(i + 1) is "in" or "of" or "for")
            {
                return Phrases.From(view, i + 2) is { } found && IsMetric(view, found) ? found : null;
            }
        }

        return null;
    }

    // "83% accuracy", "5 times fewer depth samples", "0.6% success rate drop", "1.9x inference speedup".
    private static (int First, int Next)? Behind(TokenView view, Amount amount)
    {
        var first = view.Is(amount.Next, Lex.Articles) ? amount.Next + 1 : amount.Next;
        var last = -1;
        for (var i = first; i < first + Reach && Phrases.Holds(view, i); i++)
        {
            last = view.Is(i, Lex.MetricWords) ? i : last;
        }

        return last >= 0 ? (SkipChange(view, first, last), MetricEnd(view, last)) : Acronym(view, amount);
    }

    // "80% TLS": a measure that no list knows, by its form.
    private static (int First, int Next)? Acronym(TokenView view, Amount amount)
        => amount.Unit is "%" or "points" && Phrases.From(view, amount.Next) is { } found && found.First == amount.Next && IsAcronym(view, found.Next - 1) ? found : null;

    private static bool IsAcronym(TokenView view, int at)
        => view.Is(at, TokenKind.Word) && view.Of(at).Length is > 1 and <= LongestAcronym && view.Of(at)[^1..].IndexOfAnyInRange('A', 'Z') >= 0;

    // "accuracy of 83%", "SSIM 0.99", "F1 score of 0.8", "IoU) of 68.8%", "entropy = 3.18", "F1@10: 94.5%".
    private static (int First, int Next)? Before(TokenView view, Amount amount)
    {
        var next = amount.First;
        while (next > 0 && next > amount.First - 4 && (view.Is(next - 1, Lex.Links) || view.Mark(next - 1) is ')' or '=' or ':' or '(' or '$'))
        {
            next--;
        }

        var named = next < amount.First && view.Mark(amount.First - 1) is '=' or ':';
        var found = next == 0 ? null : Phrases.Before(view, next, LongestMetric);
        if (found is not { } phrase || Phrases.IsChange(view, phrase.Next - 1))
        {
            return null;
        }

        return view.Of(phrase.Next - 1) is "factor" && view.Is(phrase.Next - 2, Lex.MetricWords) ? phrase
            : view.Of(phrase.Next - 1) is "factor" ? null
            : IsMetric(view, phrase) || view.Is(amount.First - 1, '=') || (named && Phrases.IsNameLike(view, phrase) && amount.Unit is null && IsAcronymed(view, phrase)) ? phrase
            : null;
    }

    // "reduces GPU memory usage by 60%", "increases the errors of models by 17%", "boosts the IoU for water from 25% to 64%".
    private static (int First, int Next)? Changed(TokenView view, Amount amount)
    {
        var link = view.Of(amount.First) is "from" ? amount.First : Phrases.WordBefore(view, amount.First);
        if (!(view.Of(link) is "by" or "to" or "of" or "from"))
        {
            return null;
        }

        for (var i = link - 1; i >= 0 && i >= link - ObjectReach; i--)
        {
            if (Phrases.IsChange(view, i))
            {
                var isVerbOfRank = Lex.Beats.Match(view.Tokens, i, out _) >= 0;
                var at = view.Of(i + 1) is "in" or "of" ? i + 2 : i + 1;
                var found = isVerbOfRank ? null : Phrases.From(view, at);
                return found is { } phrase && (phrase.Next == link || IsMetric(view, phrase)) ? phrase : null;
            }
        }

        return null;
    }

    // "toxicity increases 16.5 times", "word count increasing by 77%": what changes of itself.
    private static (int First, int Next)? Changing(TokenView view, Amount amount)
    {
        var link = view.Of(amount.First) is "from" ? amount.First : Phrases.WordBefore(view, amount.First);
        if (view.Of(link) is "by" && Ellipsis.Of(view, link) is { IsRank: false } elliptic)
        {
            return (elliptic.First, link);
        }

        var verb = link == amount.First || view.Of(link) is "by" or "to" or "from" ? link - 1 : link;
        verb = view.Tokens[Math.Max(verb, 0)].Adverb ? verb - 1 : verb;
        return verb > 0 && Phrases.IsChange(view, verb) && Phrases.Before(view, verb, LongestMetric) is { } found && !view.Is(found.Next - 1, Lex.OwnNouns)
            && !view.Is(found.Next - 1, Lex.Pronouns) && !view.IsCapitalised(found.Next - 1) | IsMetric(view, found) ? found : null;
    }

    // "1.38% in MRR", "2% in Dice coefficient".
    private static (int First, int Next)? In(TokenView view, Amount amount)
        => view.Of(amount.Next) is "in" && Phrases.From(view, amount.Next + 1) is { } found && (IsMetric(view, found) || IsAcronymed(view, found)) ? found : null;

    // "26% of the attention": what the share is of.
    private static (int First, int Next)? ShareOf(TokenView view, Amount amount)
        => amount.Unit is "%" && view.Of(amount.Next) is "of" && Phrases.From(view, amount.Next + 1) is { } found && view.Of(found.Next - 1) is not "time" ? found : null;

    // The last metric of the sentence before the amount, else the next one behind it.
    private static (int First, int Next)? Nearest(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i >= 0 && i >= amount.First - ClauseReach; i--)
        {
            // "State-of-the-art performance" names no metric.
            if (IsNamed(view, i) && view.Of(i - 1) is not "art")
            {
                return (Phrases.Before(view, i + 1, 2)?.First ?? i, MetricEnd(view, i));
            }
        }

        for (var i = amount.Next; i < view.Count && i < amount.Next + ObjectReach; i++)
        {
            if (IsNamed(view, i))
            {
                return (Phrases.Before(view, i + 1, 2)?.First ?? i, MetricEnd(view, i));
            }

            if (view.Mark(i) is ';' or ',' || view.Is(i, TokenKind.Number))
            {
                break;
            }
        }

        return null;
    }

    private static bool IsMetric(TokenView view, (int First, int Next) phrase)
        => view.Is(phrase.Next - 1, Lex.MetricWords) || view.Is(phrase.Next - 2, '@') || (view.IsJoint(phrase.Next - 2) && view.Is(phrase.Next - 3, Lex.MetricWords));

    // "Low-cost" and "speed-optimized" name no metric.
    private static bool IsNamed(TokenView view, int at)
        => view.Is(at, Lex.MetricNouns) && !Phrases.IsChange(view, at) && !(view.IsJoint(at + 1) && view.Is(at + 2, TokenKind.Word))
            && !(view.IsJoint(at - 1) && view.Of(at - 2) is "low" or "high" or "Low" or "High");

    // "MRR", "mIoU", "H@1": short, and with a capital behind the first letter.
    private static bool IsAcronymed(TokenView view, (int First, int Next) phrase)
    {
        var word = view.Of(phrase.First);
        return phrase.Next - phrase.First <= LongestMetric && word.Length <= LongestAcronym && word[^1..].IndexOfAnyInRange('A', 'Z') >= 0;
    }

    // "BLEU-4", "Recall@10".
    private static int MetricEnd(TokenView view, int last)
        => view.Glued(last + 1) && (view.IsJoint(last + 1) || view.Is(last + 1, '@')) && view.Is(last + 2, TokenKind.Number) ? last + 3 : last + 1;

    private static int SkipChange(TokenView view, int first, int last)
    {
        while (first < last && (view.Is(first, Lex.Comparatives) || view.Is(first, Lex.Articles) || view.Of(first) is "relative" or "absolute" or "improvement" or "average"))
        {
            first++;
        }

        return first;
    }
}
