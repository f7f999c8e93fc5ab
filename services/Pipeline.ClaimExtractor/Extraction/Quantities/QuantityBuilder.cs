using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What an amount is about.</summary>
internal readonly record struct About(QuantityDirection Direction, TextSpan? Metric, TextSpan? Baseline, TextSpan? Dataset)
{
    /// <summary>Fills what is missing from another amount of the same list.</summary>
    public About Or(About other) => new(Direction == QuantityDirection.None ? other.Direction : Direction, Metric ?? other.Metric, Baseline ?? other.Baseline, Dataset ?? other.Dataset);
}

/// <summary>Puts a quantity together.</summary>
internal static class QuantityBuilder
{
    private const int DatasetReach = 160;

    /// <summary>Reads direction, metric, baseline and data set around one amount.</summary>
    public static About Read(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
        => amount.Kind == QuantityKind.Count
            ? default
            : new(Directions.Of(view, amount), Span(view, Mentions.Metric(view, amount)), Span(view, Mentions.Baseline(view, amount)), Dataset(view, amount, datasets));

    /// <summary>Builds the quantity; a thing of a parallel list is its data set when it is one, else its metric.</summary>
    public static Quantity Build(TokenView view, Amount amount, About about, (int First, int Next)? thing, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(amount.First, amount.Next);
        if (Span(view, thing) is { } listed)
        {
            about = EndsInDatasetNoun(view, thing!.Value) ? about with { Dataset = Span(view, (thing.Value.First, thing.Value.Next - 1)) }
                : Holds(listed, datasets) ? about with { Dataset = listed }
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
            Entity = Span(view, amount.Counted),
            Confidence = amount.Confidence,
        });
    }

    private static (double Low, double High)? Bounds(Amount amount) => (amount.Kind, amount.Values) switch
    {
        (QuantityKind.Range, [var a, var b]) => (Math.Min(a, b), Math.Max(a, b)),
        (QuantityKind.Tolerance, [var value, var error]) => (Math.Round(value - error, 9), Math.Round(value + error, 9)),
        _ => null,
    };

    // The nearest data set behind the amount, else the nearest before it.
    private static TextSpan? Dataset(TokenView view, Amount amount, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(amount.First, amount.Next);
        var behind = FirstFrom(datasets, span.End);
        if (behind < datasets.Count && datasets[behind].Start - span.End <= DatasetReach)
        {
            return new(datasets[behind].Start, datasets[behind].End);
        }

        return behind > 0 && span.Start - datasets[behind - 1].End is >= 0 and <= DatasetReach
            ? new(datasets[behind - 1].Start, datasets[behind - 1].End)
            : null;
    }

    private static bool EndsInDatasetNoun(TokenView view, (int First, int Next) thing)
        => thing.Next - thing.First > 1 && view.Is(thing.Next - 1, Lexicon.DatasetNouns);

    private static bool Holds(TextSpan span, IReadOnlyList<Quote> datasets)
    {
        var next = FirstFrom(datasets, span.End);
        return next > 0 && datasets[next - 1].End > span.Start;
    }

    // Index of the first data set that begins at or behind an offset.
    private static int FirstFrom(IReadOnlyList<Quote> datasets, int offset)
    {
        var low = 0;
        var high = datasets.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = datasets[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TextSpan? Span(TokenView view, (int First, int Next)? tokens)
        => tokens is { } found ? view.Span(found.First, found.Next) : null;
}
