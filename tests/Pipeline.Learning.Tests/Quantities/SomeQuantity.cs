using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

/// <summary>Labelled and found quantities of a text in which only the names of two metrics matter.</summary>
internal static class SomeQuantity
{
    private static readonly string Words = new string('x', 40) + " accuracy and speed " + new string('x', 40);

    public static GoldQuantity Gold(int start, int end) => new() { Start = start, End = end, Values = [1], Direction = QuantityDirection.None };

    public static Quantity Found(int start, int end, double value = 1, string? metric = null) => Quantity.From(Words, new(start, end), new()
    {
        Values = [value],
        Kind = QuantityKind.Score,
        Direction = QuantityDirection.None,
        Metric = metric is null ? null : SpanOf(metric),
        Confidence = 1,
    });

    public static GoldText Text(params IReadOnlyList<GoldQuantity> quantities) => new("a", Words, quantities, IsFullyLabelled: true);

    private static TextSpan SpanOf(string word)
    {
        var start = Words.IndexOf(word, StringComparison.Ordinal);
        return new(start, start + word.Length);
    }
}
