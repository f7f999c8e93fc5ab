using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Puts a quantity together.</summary>
internal static class QuantityBuilder
{
    /// <summary>Builds the quantity.</summary>
    public static Quantity Build(TokenView view, Amount amount, About about)
    {
        var bounds = Bounds(amount);
        return Quantity.From(view.Text, view.Span(amount.First, amount.Next), new()
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
}
