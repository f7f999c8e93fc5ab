using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Looks into quotes that are in order and disjoint, without walking over all of them.</summary>
internal static class QuoteSearch
{
    /// <summary>Index of the first quote that begins at or behind an offset.</summary>
    public static int FirstFrom(IReadOnlyList<Quote> quotes, int offset)
    {
        var low = 0;
        var high = quotes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = quotes[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The last quote that shares a character with a span; null when none does.</summary>
    public static TextSpan? Touching(IReadOnlyList<Quote> quotes, TextSpan span)
    {
        var last = FirstFrom(quotes, span.End) - 1;
        return last >= 0 && quotes[last].End > span.Start ? new(quotes[last].Start, quotes[last].End) : null;
    }
}
