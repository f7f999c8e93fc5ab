using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What an amount is about.</summary>
internal readonly record struct About(QuantityDirection Direction, TextSpan? Metric, TextSpan? Baseline, TextSpan? Dataset, TextSpan? Entity)
{
    /// <summary>Fills what is missing from another amount of the same list.</summary>
    public About Or(About other) => new(
        Direction == QuantityDirection.None ? other.Direction : Direction, Metric ?? other.Metric, Baseline ?? other.Baseline, Dataset ?? other.Dataset, Entity ?? other.Entity);
}

/// <summary>Puts a quantity together.</summary>
internal static class QuantityBuilder
{
    /// <summary>Builds the quantity; a thing of a parallel list is its data set when it is one, else its metric.</summary>
    public static Quantity Build(TokenView view, Amount amount, About about, (int First, int Next)? thing, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(amount.First, amount.Next);
        if (thing is { } tokens)
        {
            var listed = view.Span(tokens.First, tokens.Next);
            about = EndsInDatasetNoun(view, tokens) ? about with { Dataset = view.Span(tokens.First, tokens.Next - 1) }
                : QuoteSearch.Touching(datasets, listed) is not null ? about with { Dataset = listed }
                : about with { Metric = listed };
        }

        var bounds = Bounds(amount);
        return Quantity.From(view.Text, span, new()
        {
            Values = amount.Values,
            Low = bounds?.Low,
            High = bounds?.High,
            Unit = amount.Unit,
            Kind = amount.Kind,
            Direction = about.Direction,
            Metric = about.Metric,
            Baseline = about.Baseline,
            Dataset = about.Dataset,
            Entity = about.Entity,
            Confidence = Math.Round(amount.Confidence, 4),
        });
    }

    private static (double Low, double High)? Bounds(Amount amount) => (amount.Kind, amount.Values) switch
    {
        (QuantityKind.Range, [var a, var b]) => (Math.Min(a, b), Math.Max(a, b)),
        (QuantityKind.Tolerance, [var value, var error]) => (Math.Round(value - error, 9), Math.Round(value + error, 9)),
        _ => null,
    };

    private static bool EndsInDatasetNoun(TokenView view, (int First, int Next) thing)
        => thing.Next - thing.First > 1 && view.Is(thing.Next - 1, Lexicon.DatasetNouns);
}
