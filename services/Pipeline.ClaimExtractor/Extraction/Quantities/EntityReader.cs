using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what an amount belongs to: what it counts, the name before its bracket, the baseline whose number it is, or the subject of its verb.</summary>
internal static class EntityReader
{
    private const int VerbReach = 45;
    private const int LongestSubject = 10;
    private const int MostAttachments = 3;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The entity of an amount.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="own">What the paper introduces; null when it names nothing.</param>
    /// <param name="datasets">Data sets in the sentence, which own no numbers.</param>
    public static TextSpan? Read(TokenView view, Amount amount, TextSpan? own, IReadOnlyList<Quote> datasets)
    {
        if (amount.Kind == QuantityKind.Count)
        {
            return Span(view, amount.Counted);
        }

        return Span(view, BaselineReader.Owner(view, amount)) ?? Bracketed(view, amount, datasets) ?? Span(view, For(view, amount)) ?? Span(view, Subject(view, amount) is { } subject && !(own is not null && IsGeneric(view, subject)) ? subject : null) ?? own;
    }

    // "Ribbon-3 (15.9) and Ribbon-4 (71.5)", and not "on Atoll (15.9)".
    private static TextSpan? Bracketed(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        if (Brackets.Owner(view, amount.First) is not { } owner || Brackets.IsPlaced(view, owner.First) || !Phrases.IsNameLike(view, owner)
            || view.Is(owner.Next - 1, Lex.MetricWords) || view.Is(owner.Next - 1, Lex.TestNouns) || MeasuredOn.IsPlace(view, owner.First - 1))
        {
            return null;
        }

        var span = view.Span(Behind(view, owner), owner.Next);
        return QuoteSearch.Touching(datasets, span) is null ? span : null;
    }

    // "models like Ribbon-3"
    private static int Behind(TokenView view, (int First, int Next) phrase)
    {
        for (var i = phrase.Next - 2; i > phrase.First; i--)
        {
            if (view.Of(i) is "like")
            {
                return i + 1;
            }
        }

        return phrase.First;
    }

    // "0.681 for HotelMatch-LLM".
    private static (int First, int Next)? For(TokenView view, Amount amount)
        => view.Of(amount.Next) is "for" && Phrases.From(view, amount.Next + 1) is { } found && view.IsCapitalised(found.First) && !view.Is(found.Next - 1, Lex.TestNouns) ? found : null;

    // What stands before the nearest finite verb of a result; nothing when that is a pronoun.
    private static (int First, int Next)? Subject(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i > 0 && i >= amount.First - VerbReach; i--)
        {
            if ((view.Is(i, Lex.ResultVerbs) && !view.IsJoint(i - 1)) || IsReached(view, i))
            {
                var end = i;
                while (end > 0 && view.Tokens[end - 1].Adverb)
                {
                    end--;
                }

                // In "over 60 points gains" nothing gains.
                if (view.Is(end - 1, ',') || view.Is(end - 1, Lex.PointUnits) || view.Of(end - 1) is "and" or "which" or "that" or "also")
                {
                    continue;
                }

                return end == 0 || view.Is(end - 1, Lex.Pronouns) ? null : Head(view, Phrases.Before(view, end, LongestSubject));
            }
        }

        return null;
    }

    // "with Ribbon achieving 80%"
    private static bool IsReached(TokenView view, int at) => view.Of(at) is "achieving" or "reaching" or "scoring" && view.IsCapitalised(at - 1);

    // "Models trained on 6% of the data reach": the models do. "The accuracy of Ribbon" and "experiments on ribbons" are no owners.
    private static (int First, int Next)? Head(TokenView view, (int First, int Next)? subject)
    {
        for (var steps = 0; steps < MostAttachments && subject is { } phrase; steps++)
        {
            var at = BeforeNumber(view, phrase.First - 1);
            if (!view.Is(at, Lex.Attachments) || Phrases.Before(view, at, LongestSubject) is not { } head
                || view.Is(head.Next - 1, Lex.MetricWords) || Phrases.IsChange(view, head.Next - 1))
            {
                return subject;
            }

            subject = view.Is(head.Next - 1, Lex.Pronouns) ? null : WithoutParticiple(view, head);
        }

        return subject;
    }

    private static int BeforeNumber(TokenView view, int at)
    {
        while (view.Is(at, TokenKind.Number) || view.Is(at, Lex.Articles) || view.Mark(at) is '%' || view.Of(at) is "only" || (view.Of(at) is "of" && EndsNumber(view, at - 1)))
        {
            at--;
        }

        return at;
    }

    private static bool EndsNumber(TokenView view, int at) => view.Is(at, TokenKind.Number) || view.Mark(at) is '%';

    private static (int First, int Next) WithoutParticiple(TokenView view, (int First, int Next) phrase)
        => phrase.Next - phrase.First > 1 && view.Of(phrase.Next - 1) is [.., 'e', 'd'] ? (phrase.First, phrase.Next - 1) : phrase;

    // "Our approach" is what the paper introduces, where that has a name.
    private static bool IsGeneric(TokenView view, (int First, int Next) subject)
        => view.Is(subject.Next - 1, Lex.OwnNouns) && (view.Of(subject.First - 1) is "our" or "Our" or "this" or "This" || (view.Of(subject.First) is "proposed" or "resulting" or "new") || subject.Next - subject.First == 1);

    private static TextSpan? Span(TokenView view, (int First, int Next)? phrase) => phrase is { } found ? view.Span(found.First, found.Next) : null;
}
