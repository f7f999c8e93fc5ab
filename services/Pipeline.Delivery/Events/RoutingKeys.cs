using System.Text;
using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Delivery.Events;

/// <summary>
/// Words by which consumers bind their queues: <c>paper.enriched</c>, for each topic <c>paper.enriched.cs.LG</c>, and for
/// each source <c>paper.enriched.source.ID</c>.
/// </summary>
internal static class RoutingKeys
{
    // AMQP 0-9-1: a short string.
    private const int MaxBytes = 255;

    /// <summary>The key that every event of a kind has.</summary>
    public static string OfKind(Change change) => $"paper.{change.Kind.Word()}";

    /// <summary>The keys by topic and source. An id too long for a key has none; the change log finds it all the same.</summary>
    public static IEnumerable<string> More(Change change)
        => change.Topics.Concat(change.Sources.Select(source => $"source.{source}"))
            .Select(words => $"{OfKind(change)}.{words}")
            .Where(key => Encoding.UTF8.GetByteCount(key) <= MaxBytes)
            .Distinct(StringComparer.Ordinal);
}
