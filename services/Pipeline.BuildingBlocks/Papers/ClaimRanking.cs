using System.Runtime.CompilerServices;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Claims by their values.</summary>
public static class ClaimRanking
{
    /// <summary>The claims with the highest values, highest first; among equals, and without a value at the end, in the order given.</summary>
    /// <param name="hits">The claims.</param>
    /// <param name="filter">Which of their quantities count.</param>
    /// <param name="limit">Most claims to give, and to hold in memory; null for all.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    public static async IAsyncEnumerable<ClaimHit> ByValueAsync(
        IAsyncEnumerable<ClaimHit> hits, ClaimFilter filter, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(filter);
        var best = new PriorityQueue<ClaimHit, (double Value, long Place)>();
        var place = 0L;
        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            best.Enqueue(hit, (filter.Value(hit.Claim) ?? double.NegativeInfinity, --place));
            if (best.Count > limit)
            {
                best.Dequeue();
            }
        }

        var ranked = new ClaimHit[best.Count];
        for (var i = ranked.Length - 1; i >= 0; i--)
        {
            ranked[i] = best.Dequeue();
        }

        foreach (var hit in ranked)
        {
            yield return hit;
        }
    }
}
