using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.BioRxiv;

/// <summary>Holds back the last entries of a listing, so that a newer version takes the place of an older one.</summary>
/// <remarks>
/// Two pages of the API are held. Versions further apart are left to what reads the entries, which keeps the first of them.
/// </remarks>
internal sealed class LatestVersions
{
    /// <summary>Entries held.</summary>
    public const int Held = 200;

    private readonly LinkedList<ListingEntry> _held = [];
    private readonly Dictionary<string, LinkedListNode<ListingEntry>> _byId = new(StringComparer.Ordinal);

    /// <summary>Takes the next entry.</summary>
    /// <returns>The oldest one held when there are too many; else null.</returns>
    public ListingEntry? Add(ListingEntry entry)
    {
        if (entry is ListingEntry.Listed(var paper))
        {
            if (_byId.TryGetValue(paper.Id, out var node))
            {
                node.Value = new ListingEntry.Listed(Newer(((ListingEntry.Listed)node.Value).Paper, paper));
                return null;
            }

            _byId[paper.Id] = _held.AddLast(entry);
        }
        else
        {
            _held.AddLast(entry);
        }

        return _held.Count > Held ? Take() : null;
    }

    /// <summary>Gives up all that is held, in order.</summary>
    public IEnumerable<ListingEntry> TakeAll()
    {
        while (_held.Count > 0)
        {
            yield return Take();
        }
    }

    // Only the first version says when the preprint came out.
    private static ParsedPaper Newer(ParsedPaper held, ParsedPaper next)
    {
        var (newer, older) = (next.Version ?? 0) >= (held.Version ?? 0) ? (next, held) : (held, next);
        return newer with { PublishedAt = newer.PublishedAt ?? older.PublishedAt };
    }

    private ListingEntry Take()
    {
        var first = _held.First!.Value;
        _held.RemoveFirst();
        if (first is ListingEntry.Listed(var paper))
        {
            _byId.Remove(paper.Id);
        }

        return first;
    }
}
