using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what was measured on: the name in front of a bracket, what follows "on" or "across", a known data set nearby, or the last one spoken of.</summary>
internal sealed class DatasetReader
{
    private const int BracketReach = 12;
    private const int BehindReach = 12;
    private const int BeforeReach = 40;

    private TextSpan? _last;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The data set of an amount.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="datasets">Data sets in the sentence, in order.</param>
    public TextSpan? Read(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        if (amount.Kind == QuantityKind.Count)
        {
            return Near(view, amount, datasets);
        }

        return Bracketed(view, amount, datasets) ?? Span(view, Behind(view, amount)) ?? Near(view, amount, datasets) ?? Span(view, Before(view, amount))
            ?? Span(view, Later(view, amount)) ?? _last;
    }

    /// <summary>Remembers what a sentence spoke of, for those behind it.</summary>
    public void Leave(TokenView view, IReadOnlyList<Quote> datasets)
    {
        if (datasets.Count > 0)
        {
            _last = new(datasets[^1].Start, datasets[^1].End);
            return;
        }

        for (var i = view.Count - 1; i >= 0; i--)
        {
            if (view.Of(i) is "on" or "On" or "across" or "Across" && Phrases.From(view, i + 1) is { } found && IsTested(view, found))
            {
                _last = view.Span(found.First, found.Next);
                return;
            }
        }
    }

    // The phrase right before the bracket that an amount stands in.
    private static (int First, int Next)? BracketOwner(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i > 0 && i >= amount.First - BracketReach && !view.Is(i, ')'); i--)
        {
            if (view.Is(i, '('))
            {
                return Phrases.Before(view, i, BracketReach / 2);
            }
        }

        return null;
    }

    // "EgoSchema (65.7%, +5.3%), NExT-QA (76.1%)".
    private static TextSpan? Bracketed(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
        => BracketOwner(view, amount) is { } owner ? QuoteSearch.Touching(datasets, view.Span(owner.First, owner.Next)) : null;

    // "95% on X", "10% across tasks": before the next number.
    private static (int First, int Next)? Behind(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < amount.Next + BehindReach && i < view.Count && !(view.Is(i, TokenKind.Number) && !view.Glued(i)); i++)
        {
            if (view.Of(i) is "on" or "across" or "over" && view.Of(i + 1) is not "average" && Phrases.From(view, i + 1) is { } on && (view.Of(i) is not "over" || IsTested(view, on)))
            {
                return on;
            }

            if (view.Of(i) is "in" or "for" or "when" or "under" && Phrases.From(view, i + 1) is { } place && IsTested(view, place))
            {
                return place;
            }

            if (view.Mark(i) is ';' or '.' or ',')
            {
                break;
            }
        }

        return null;
    }

    // The same over other numbers, only for what is surely tested on.
    private static (int First, int Next)? Later(TokenView view, Amount amount)
    {
        for (var i = amount.Next; i < view.Count && i < amount.Next + BeforeReach && !view.Is(i, ';'); i++)
        {
            if (view.Of(i) is "on" or "across" && Phrases.From(view, i + 1) is { } found && (IsTested(view, found) || Phrases.IsNameLike(view, found)))
            {
                return found;
            }
        }

        return null;
    }

    private static (int First, int Next)? Before(TokenView view, Amount amount)
    {
        for (var i = amount.First - 1; i >= 0 && i >= amount.First - BeforeReach; i--)
        {
            if (view.Of(i) is "on" or "On" or "across" or "Across" && Phrases.From(view, i + 1) is { } found && found.Next <= amount.First
                && (IsTested(view, found) || Phrases.IsNameLike(view, found)))
            {
                return found;
            }
        }

        return null;
    }

    // The nearest data set behind the amount, else the nearest before it.
    private static TextSpan? Near(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(amount.First, amount.Next);
        var behind = QuoteSearch.FirstFrom(datasets, span.End);
        var before = behind - 1;
        var far = behind < datasets.Count && before >= 0 && datasets[behind].Start - span.End > span.Start - datasets[before].End;
        return behind < datasets.Count && !far ? new(datasets[behind].Start, datasets[behind].End)
            : before >= 0 ? new(datasets[before].Start, datasets[before].End)
            : null;
    }

    private static bool IsTested(TokenView view, (int First, int Next) phrase) => view.Is(phrase.Next - 1, Lex.TestNouns);

    private static TextSpan? Span(TokenView view, (int First, int Next)? phrase) => phrase is { } found ? view.Span(found.First, found.Next) : null;
}
