using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

/// <summary>Labelled and found quantities of a text whose characters do not matter.</summary>
internal static class SomeQuantity
{
    public static GoldQuantity Gold(int start, int end) => new() { Start = start, End = end, Values = [1], Direction = QuantityDirection.None };

    public static Quantity Found(int start, int end) => new()
    {
        Start = start,
        End = end,
        Text = "",
        Values = [1],
        Kind = QuantityKind.Score,
        Direction = QuantityDirection.None,
        Confidence = 1,
        Spans = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal),
    };

    public static GoldText Text(params IReadOnlyList<GoldQuantity> quantities) => new("a", new string('x', 100), quantities, IsFullyLabelled: true);
}
