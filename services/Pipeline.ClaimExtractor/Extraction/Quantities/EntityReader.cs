using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what an amount belongs to: what it counts, the name before its bracket, the baseline whose number it is, or the subject of its verb.</summary>
internal static class EntityReader
{
    private const int VerbReach = 45;
    private const int LongestSubject = 10;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The entity of an amount.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="own">What the paper introduces; null when it names nothing.</param>
    public static TextSpan? Read(TokenView view, Amount amount, TextSpan? own)
    {
        if (amount.Kind == QuantityKind.Count)
        {
            return Span(view, amount.Counted);
        }

        return Span(view, BaselineReader.Owner(view, amount)) ?? Span(view, For(view, amount)) ?? Span(view, Subject(view, amount) is { } subject && !(own is not null && IsGeneric(view, subject)) ? subject : null) ?? own;
    }

    // "0.681 for HotelMatch-LLM".
    private static (int First, int Next)? For(TokenView view, Amount amount)
        => view.Of(amount.Next) is "for" && Phrases.From(view, amount.Next + 1) is { } found && view.IsCapitalised(found.First) && !view.Is(found.Next - 1, Lex.TestNouns) ? found : null;

    // What stands before the nearest finite verb of a result; nothing when that is a pronoun.
    private static (int First, int Next)? Subject(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i > 0 && i >= amount.First - VerbReach; i--)
        {
            if (view.Is(i, Lex.ResultVerbs) && !view.IsJoint(i - 1))
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

                return end == 0 || view.Is(end - 1, Lex.Pronouns) ? null : Phrases.Before(view, end, LongestSubject);
            }
        }

        return null;
    }

    // "Our approach" is what the paper introduces, where that has a name.
    private static bool IsGeneric(TokenView view, (int First, int Next) subject)
        => view.Is(subject.Next - 1, Lex.OwnNouns) && (view.Of(subject.First - 1) is "our" or "Our" or "this" or "This" || (view.Of(subject.First) is "proposed" or "resulting" or "new") || subject.Next - subject.First == 1);

    private static TextSpan? Span(TokenView view, (int First, int Next)? phrase) => phrase is { } found ? view.Span(found.First, found.Next) : null;
}
