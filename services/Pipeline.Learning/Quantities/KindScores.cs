using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Quantities;

/// <summary>How well quantities of one kind were found.</summary>
/// <param name="Strict">Both ends right.</param>
/// <param name="Overlap">At least one character shared.</param>
public readonly record struct KindScores(Tally Strict, Tally Overlap)
{
    /// <summary>Scores by kind. A found quantity is right for its kind when its label has that kind, or none.</summary>
    internal static IReadOnlyDictionary<QuantityKind, KindScores> Of(
        IReadOnlyList<GoldQuantity> gold, IReadOnlyList<Quantity> found, IReadOnlyList<(GoldQuantity Gold, Quantity Found)> matched)
    {
        var kinds = new SortedDictionary<QuantityKind, KindScores>();
        foreach (var kind in Enum.GetValues<QuantityKind>())
        {
            var right = matched.Where(pair => pair.Found.Kind == kind && (pair.Gold.Kind ?? kind) == kind).ToList();
            var labelled = gold.Count(quantity => quantity.Kind == kind);
            var given = found.Count(quantity => quantity.Kind == kind);
            kinds[kind] = new(new(labelled, given, right.Count(pair => SpanMatching.IsEqual(pair.Gold, pair.Found))), new(labelled, given, right.Count));
        }

        return kinds;
    }

    /// <summary>Sums two by kind; a kind that one of them lacks counts nothing there.</summary>
    internal static IReadOnlyDictionary<QuantityKind, KindScores> Sum(
        IReadOnlyDictionary<QuantityKind, KindScores> left, IReadOnlyDictionary<QuantityKind, KindScores> right)
    {
        var sum = new SortedDictionary<QuantityKind, KindScores>();
        foreach (var kind in Enum.GetValues<QuantityKind>())
        {
            var (a, b) = (left.GetValueOrDefault(kind), right.GetValueOrDefault(kind));
            sum[kind] = new(a.Strict + b.Strict, a.Overlap + b.Overlap);
        }

        return sum;
    }
}
