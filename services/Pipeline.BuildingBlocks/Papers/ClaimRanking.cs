using System.Runtime.CompilerServices;
using System.Text;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Claims by their values.</summary>
public static class ClaimRanking
{
    /// <summary>The claims with the highest values, highest first; among equals, and without a value at the end, in the order given.</summary>
    /// <param name="hits">The claims, the newest first.</param>
    /// <param name="filter">Which of their quantities count.</param>
    /// <param name="after">Only claims that stand after this place; null begins with the highest.</param>
    /// <param name="limit">Most claims to give, and to hold in memory; null for all.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    public static async IAsyncEnumerable<ClaimHit> ByValueAsync(
        IAsyncEnumerable<ClaimHit> hits, ClaimFilter filter, ClaimPlace? after, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(filter);
        var best = new PriorityQueue<ClaimHit, (double Value, long Place)>();
        var place = 0L;
        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            var ranked = hit with { Place = hit.Place! with { Value = filter.Value(hit.Claim) } };
            if (after is not null && !IsAfter(ranked.Place, after))
            {
                continue;
            }

            best.Enqueue(ranked, (Rank(ranked.Place), --place));
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }

        foreach (var hit in HighestFirst(best))
        {
            yield return hit;
        }
    }

    private static ClaimHit[] HighestFirst(PriorityQueue<ClaimHit, (double Value, long Place)> best)
    {
        var ranked = new ClaimHit[best.Count];
        for (var i = ranked.Length - 1; i >= 0; i--)
        {
            ranked[i] = best.Dequeue();
        }

        return ranked;
    }

    private static double Rank(ClaimPlace place) => place.Value ?? double.NegativeInfinity;

    // Among equals as the stores give them: of the paper last obtained first, then by its key, then in order of appearance.
    private static bool IsAfter(ClaimPlace place, ClaimPlace after)
        => Rank(after).CompareTo(Rank(place)) is not 0 and var byValue ? byValue > 0
            : after.Paper.ObservedAt.CompareTo(place.Paper.ObservedAt) is not 0 and var byAge ? byAge > 0
            : CompareKeys(place.Paper.PaperId, after.Paper.PaperId) is not 0 and var byKey ? byKey > 0
            : place.Index > after.Index;

    // Both stores compare texts by their bytes in UTF-8.
    private static int CompareKeys(string left, string right)
        => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
