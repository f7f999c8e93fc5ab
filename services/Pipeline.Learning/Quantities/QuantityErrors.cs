using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Quantities;

/// <summary>An error with its surroundings.</summary>
/// <param name="Kind">What is wrong: <c>missed, wrong, span, values, unit, direction, metric, baseline, dataset, entity</c>.</param>
/// <param name="Id">The text.</param>
/// <param name="Context">The quantity in square brackets, with what stands around it.</param>
/// <param name="Detail">What was labelled and what was found.</param>
public sealed record QuantityError(string Kind, string Id, string Context, string Detail);

/// <summary>Lists errors of one text, those of spans first.</summary>
public static class QuantityErrors
{
    private const int Reach = 60;

    /// <summary>All errors in a text, in its order.</summary>
    public static IEnumerable<QuantityError> Of(GoldText text, IReadOnlyList<Quantity> found)
    {
        var pairs = SpanMatching.Match(text.Quantities, found);
        for (var i = 0; i < pairs.Length; i++)
        {
            var gold = text.Quantities[i];
            foreach (var (kind, detail) in pairs[i] < 0 ? [("missed", "")] : Compare(text, gold, found[pairs[i]]))
            {
                yield return new(kind, text.Id, Around(text.Text, gold.Start, gold.End), detail);
            }
        }

        foreach (var quantity in found.Where((_, j) => !pairs.Contains(j)))
        {
            yield return new("wrong", text.Id, Around(text.Text, quantity.Start, quantity.End), "");
        }
    }

    private static IEnumerable<(string Kind, string Detail)> Compare(GoldText text, GoldQuantity gold, Quantity found)
    {
        if (!SpanMatching.IsEqual(gold, found))
        {
            yield return ("span", $"found '{found.Text}'");
        }

        if (!FieldRules.SameUnit(gold.Unit, found.Unit))
        {
            yield return ("unit", $"{gold.Unit ?? "none"}, found {found.Unit ?? "none"}");
        }

        if (!text.IsFullyLabelled)
        {
            yield break;
        }

        if (gold.Values is { } values && !FieldRules.SameValues(values, found.Values))
        {
            yield return ("values", $"{string.Join(' ', values)}, found {string.Join(' ', found.Values)}");
        }

        if (gold.Direction is { } direction && direction != found.Direction)
        {
            yield return ("direction", $"{direction}, found {found.Direction}");
        }

        foreach (var (kind, wanted, given) in new[] { ("metric", gold.Metric, found.Metric), ("baseline", gold.Baseline, found.Baseline), ("dataset", gold.Dataset, found.Dataset), ("entity", gold.Entity, found.Entity) })
        {
            if (wanted is null ? given is not null : given is null || !FieldRules.SamePhrase(wanted, given))
            {
                yield return (kind, $"{wanted ?? "none"}, found {given ?? "none"}");
            }
        }
    }

    private static string Around(string text, int start, int end)
        => $"{text[Math.Max(0, start - Reach)..start]}[{text[start..end]}]{text[end..Math.Min(text.Length, end + Reach)]}".ReplaceLineEndings(" ");
}
