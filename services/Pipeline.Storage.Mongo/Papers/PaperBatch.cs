using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The papers one call is about, merged in memory one after another as if each had been stored at once.</summary>
internal sealed class PaperBatch
{
    private readonly Dictionary<string, EnrichedPaper> _stored = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EnrichedPaper> _current = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _idByAlias = new(StringComparer.Ordinal);

    /// <param name="stored">Every stored paper that any key of the batch leads to.</param>
    public PaperBatch(IEnumerable<EnrichedPaper> stored)
    {
        foreach (var paper in stored)
        {
            _stored[paper.Id] = paper;
            Keep(paper);
        }
    }

    /// <summary>Merges one listed paper.</summary>
    /// <returns>Key of the paper it was merged into.</returns>
    public string Merge(ParsedPaper listed, Observation observation)
    {
        var before = Find(listed);
        var merged = PaperMerge.Apply(before, listed, observation);
        Keep(before is null || before.Revision == merged.Revision ? merged : merged with { Pending = LacksASection(merged) });
        return merged.Id;
    }

    /// <summary>A paper as it stands after all merges.</summary>
    public EnrichedPaper Get(string id) => _current[id];

    /// <summary>What differs from the store, in the order of keys: writers that overlap meet in the same order.</summary>
    public IEnumerable<(EnrichedPaper? Stored, EnrichedPaper Merged)> Changes()
    {
        foreach (var (id, merged) in _current)
        {
            var stored = _stored.GetValueOrDefault(id);
            if (!ReferenceEquals(stored, merged))
            {
                yield return (stored, merged);
            }
        }
    }

    // Content that went back to what it was before may find its sections still standing.
    private static bool LacksASection(EnrichedPaper paper)
        => paper.Claims?.Revision != paper.Revision || paper.Topics?.Revision != paper.Revision;

    // Aliases come in ordinal order, which is also from the surest key to the least sure one: arXiv, DOI, title.
    private EnrichedPaper? Find(ParsedPaper listed)
    {
        if (_current.TryGetValue(listed.Id, out var paper))
        {
            return paper;
        }

        return listed.Aliases
            .Where(_idByAlias.ContainsKey)
            .Select(alias => _current[_idByAlias[alias]])
            .FirstOrDefault(known => PaperIdentity.MayBeSame(known.Aliases, listed.Aliases));
    }

    // Several papers may share an alias: the one with the smallest key answers to it.
    private void Keep(EnrichedPaper paper)
    {
        _current[paper.Id] = paper;
        foreach (var alias in paper.Aliases)
        {
            if (!_idByAlias.TryGetValue(alias, out var id) || string.CompareOrdinal(paper.Id, id) < 0)
            {
                _idByAlias[alias] = paper.Id;
            }
        }
    }
}
