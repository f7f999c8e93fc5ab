using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>The entries of a listing as its readers get them: repeats dropped, papers numbered, hopeless content given up.</summary>
internal static class ListingSequence
{
    /// <summary>Papers remembered. One repeated after that many others comes twice, which the store merges.</summary>
    public const int Remembered = 100_000;

    /// <summary>Entries that may be rejected one after another; then the rest is no listing and is not read.</summary>
    public const int MostRejectedInARow = 100_000;

    /// <summary>Ranks the papers of a listing from 1 in order of appearance, and stamps their authority; other entries pass.</summary>
    public static async IAsyncEnumerable<ListingEntry> RankAsync(
        SourceAuthority authority, Func<CancellationToken, IAsyncEnumerable<ListingEntry>> read, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new RecentIds();
        var (rank, rejected) = (0, 0);
        await foreach (var entry in read(cancellationToken))
        {
            rejected = entry is ListingEntry.Rejected ? rejected + 1 : 0;
            if (rejected > MostRejectedInARow)
            {
                yield return GiveUp(((ListingEntry.Rejected)entry).Rejection.Where);
                yield break;
            }

            if (entry is not ListingEntry.Listed(var paper))
            {
                yield return entry;
            }
            else if (seen.Add(paper.Id))
            {
                yield return new ListingEntry.Listed(paper with { Rank = ++rank, Authority = authority });
            }
        }
    }

    private static ListingEntry.Broken GiveUp(string where)
        => new($"{MostRejectedInARow} entries in a row are no papers, so the rest was not read: check what the file holds.", where);

    private sealed class RecentIds
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private readonly Queue<string> _order = new();

        public bool Add(string id)
        {
            if (!_ids.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > Remembered)
            {
                _ids.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
