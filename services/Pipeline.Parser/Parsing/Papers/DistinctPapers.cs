using System.Runtime.CompilerServices;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>Drops the repeats of a listing and numbers what is left, from 1 in order of appearance.</summary>
internal static class DistinctPapers
{
    /// <summary>Papers remembered. One repeated after that many others comes twice, which the store merges.</summary>
    public const int Remembered = 100_000;

    /// <summary>Ranks the papers of a listing; other entries pass.</summary>
    public static async IAsyncEnumerable<ListingEntry> RankAsync(
        Func<CancellationToken, IAsyncEnumerable<ListingEntry>> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = new Queue<string>();
        var rank = 0;
        await foreach (var entry in read(cancellationToken))
        {
            if (entry is not ListingEntry.Listed(var paper))
            {
                yield return entry;
            }
            else if (seen.Add(paper.Id))
            {
                order.Enqueue(paper.Id);
                if (order.Count > Remembered)
                {
                    seen.Remove(order.Dequeue());
                }

                yield return new ListingEntry.Listed(paper with { Rank = ++rank });
            }
        }
    }
}
