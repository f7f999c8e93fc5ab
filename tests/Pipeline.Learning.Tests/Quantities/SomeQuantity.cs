using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

/// <summary>Labelled and found quantities of a text whose characters do not matter.</summary>
internal static class SomeQuantity
{
    public static GoldQuantity Gold(int start, int end) => new() { Start = start, End = end, Values = [1], Direction = QuantityDirection.None };

    // The words of a metric are cut out of the text like any others.
    public static Quantity Found(int start, int end, double value = 1, string? metric = null)
    {
        var words = new string('x', 100) + metric;
        return Quantity.From(words, new(start, end), new()
        {
            Values = [value],
            Kind = QuantityKind.Score,
            Direction = QuantityDirection.None,
            Metric = metric is null ? null : new(100, words.Length),
            Confidence = 1,
        });
    }

    public static GoldText Text(params IReadOnlyList<GoldQuantity> quantities) => new("a", new string('x', 100), quantities, IsFullyLabelled: true);
}
