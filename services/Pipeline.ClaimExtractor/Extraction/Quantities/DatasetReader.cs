using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what was measured on: the name in front of a bracket, what follows "on" or "across", a known data set nearby, or the last one spoken of.</summary>
internal sealed class DatasetReader
{
    private const int BeforeReach = 40;
    private const int LongestOwner = 6;

    private TextSpan? _last;
    private TextSpan? _subject;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The data set of an amount.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="datasets">Data sets in the sentence, in order.</param>
    public TextSpan? Read(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        if (amount.Kind == QuantityKind.Count)
        {
            return Held(view, amount, datasets);
        }

        if (Bracketed(view, amount, datasets) is { } bracketed)
        {
            return bracketed;
        }

        var place = MeasuredOn.Aside(view, amount) ?? MeasuredOn.Behind(view, amount) ?? MeasuredOn.Before(view, amount);
        if (place is { } vague && TestedPhrases.IsVague(view, vague))
        {
            return null;
        }

        return Named(view, place, datasets) ?? Near(view, amount, datasets)
            ?? Named(view, MeasuredOn.Later(view, amount), datasets) ?? (OpensAnew(view) ? null : _last);
    }

    /// <summary>Remembers what a sentence spoke of, for those behind it.</summary>
    public void Leave(TokenView view, IReadOnlyList<Quote> datasets)
    {
        if (datasets.Count > 0)
        {
            _last = new(datasets[^1].Start, datasets[^1].End);
            _subject = new(datasets[0].Start, datasets[0].End);
        }

        for (var i = view.Count - 1; i >= 0; i--)
        {
            if (MeasuredOn.IsPlace(view, i) && TestedPhrases.From(view, i + 1) is { } found && TestedPhrases.IsSurely(view, found)
                && (datasets.Count == 0 ? Evaluates(view) : Lists(view, found)))
            {
                _last = view.Span(found.First, found.Next);
                return;
            }
        }
    }

    private static bool Evaluates(TokenView view)
    {
        foreach (var token in view.Tokens)
        {
            if (Lex.Evaluations.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    // "four benchmarks: A, B": what is named behind is what they are.
    private static bool Lists(TokenView view, (int First, int Next) found)
        => view.Mark(found.Next) is ':' or '(' or '-' or '—' || view.Of(found.Next) is "including" or "such" or "like";

    // What is counted in a data set: "119 tasks from Super-Ribbons"; benchmarks that are counted are themselves what is tested on.
    private TextSpan? Held(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        var next = amount.Counted?.Next ?? amount.Next;
        if (view.Of(next) is "from" or "of" && Phrases.From(view, next + 1) is { } from && Phrases.IsNameLike(view, from))
        {
            return view.Span(from.First, from.Next);
        }

        if (view.Of(next) is "in" && Phrases.From(view, next + 1) is { } inside && QuoteSearch.Touching(datasets, view.Span(inside.First, inside.Next)) is { } known)
        {
            return known;
        }

        if (view.Is(amount.First - 1, '(') && Phrases.Before(view, amount.First - 1, LongestOwner) is { } owner && TestedPhrases.IsTested(view, owner))
        {
            return view.Span(owner.First, owner.Next);
        }

        if (amount.Counted is { } counted && view.Is(counted.Next - 1, Lex.DataNouns) && MeasuredOn.IsPlace(view, amount.First - 1))
        {
            return null;
        }

        return Near(view, amount, datasets) ?? (IsHeld(view, amount.First) ? _subject : null);
    }

    // "It contains 26,250 shells and 78,750 stones".
    private static bool IsHeld(TokenView view, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - BeforeReach; i--)
        {
            if (view.Is(i, Lex.Holders))
            {
                return true;
            }
        }

        return false;
    }

    // "On diffusion models, ..." leaves what was spoken of before.
    private static bool OpensAnew(TokenView view) => view.Of(0) is "On";

    // "EgoSchema (65.7%, +5.3%), NExT-QA (76.1%)": where one owner of a bracket is a data set, so is each.
    private static TextSpan? Bracketed(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        if (Brackets.Owner(view, amount.First) is not { } owner)
        {
            return null;
        }

        if (Brackets.IsPlaced(view, owner.First) && !view.Is(owner.Next - 1, Lex.MetricWords) && Phrases.IsNameLike(view, owner))
        {
            return view.Span(owner.First, owner.Next);
        }

        var span = view.Span(owner.First, owner.Next);
        return QuoteSearch.Touching(datasets, span) ?? (Phrases.IsNameLike(view, owner) && Brackets.OtherOwner(view, owner.First) is { } other
            && QuoteSearch.Touching(datasets, view.Span(other.First, other.Next)) is not null ? span : null);
    }

    // The nearest data set behind the amount, else the nearest before it.
    private static TextSpan? Near(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(amount.First, amount.Next);
        var behind = QuoteSearch.FirstFrom(datasets, span.End);
        var before = behind - 1;
        if (behind < datasets.Count && view.Text.AsSpan(span.End, datasets[behind].Start - span.End).Contains(';'))
        {
            behind = datasets.Count;
        }

        var far = behind < datasets.Count && before >= 0 && datasets[behind].Start - span.End > span.Start - datasets[before].End;
        return behind < datasets.Count && !far ? new(datasets[behind].Start, datasets[behind].End)
            : before >= 0 ? new(datasets[before].Start, datasets[before].End)
            : null;
    }

    // "The Ribbon-5K dataset" is Ribbon-5K.
    private static TextSpan? Named(TokenView view, (int First, int Next)? phrase, IReadOnlyList<Quote> datasets)
    {
        if (phrase is not { } found)
        {
            return null;
        }

        var span = view.Span(found.First, found.Next);
        return found.Next - found.First > 1 && view.Is(found.Next - 1, Lexicon.DatasetNouns) && QuoteSearch.Touching(datasets, span) is { } name
            && name.Start == span.Start && name.End == view.Tokens[found.Next - 2].End ? name : span;
    }
}
