using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Output;

/// <summary>A number and what the abstract says about it, in words.</summary>
internal static class QuantityText
{
    /// <summary>What is known beside the number: which way it goes, its metric, what it is compared with, its data set, what it belongs to.</summary>
    public static IEnumerable<string> About(Quantity quantity)
    {
        if (quantity.Direction != QuantityDirection.None)
        {
            yield return quantity.Direction.ToString().ToLowerInvariant();
        }

        if (quantity.Metric is { } metric)
        {
            yield return $"metric {metric}";
        }

        if (quantity.Baseline is { } baseline)
        {
            yield return $"against {baseline}";
        }

        if (quantity.Dataset is { } dataset)
        {
            yield return $"on {dataset}";
        }

        if (quantity.Entity is { } entity)
        {
            yield return quantity.Kind == QuantityKind.Count ? entity : $"of {entity}";
        }
    }
}
