using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds the names of introduced methods and of data sets.</summary>
internal static class NameFinder
{
    /// <summary>Names of what the sentence introduces, in order.</summary>
    public static List<Quote> Methods(TokenView view) => Quotes(view, MethodNames.Find(view));

    /// <summary>Names of data sets and benchmarks, in order and disjoint.</summary>
    public static List<Quote> Datasets(TokenView view) => Quotes(view, DatasetNames.Find(view));

    private static List<Quote> Quotes(TokenView view, List<(int First, int Next)> names)
    {
        var quotes = new List<Quote>(names.Count);
        foreach (var (first, next) in names)
        {
            quotes.Add(Quote.From(view.Text, view.Span(first, next)));
        }

        return quotes;
    }
}
