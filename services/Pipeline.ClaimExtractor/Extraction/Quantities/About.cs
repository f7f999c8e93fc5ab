using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What an amount is about.</summary>
internal readonly record struct About(QuantityDirection Direction, TextSpan? Metric, TextSpan? Baseline, TextSpan? Dataset, TextSpan? Entity)
{
    /// <summary>Fills what is missing from another amount of the same list.</summary>
    public About Or(About other) => new(
        Direction == QuantityDirection.None ? other.Direction : Direction, Metric ?? other.Metric, Baseline ?? other.Baseline, Dataset ?? other.Dataset, Entity ?? other.Entity);

    /// <summary>Takes its own thing of a list: the data set when it is one, else the metric.</summary>
    public About OfThing(TokenView view, (int First, int Next) thing, bool isMeasuredOn, IReadOnlyList<Quote> datasets)
    {
        var span = view.Span(thing.First, thing.Next);
        return thing.Next - thing.First > 1 && view.Is(thing.Next - 1, Lexicon.DatasetNouns) ? this with { Dataset = view.Span(thing.First, thing.Next - 1) }
            : isMeasuredOn || QuoteSearch.Touching(datasets, span) is not null ? this with { Dataset = span }
            : this with { Metric = span };
    }
}
