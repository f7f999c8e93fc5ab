using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The papers one call is about, merged in memory one after another as if each had been stored at once.</summary>
internal sealed class PaperBatch
{
    private readonly SortedDictionary<string, PaperRewrite> _current = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _idsByAlias = new(StringComparer.Ordinal);

    // Where a key of the batch went when its paper moved on.
    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    /// <param name="stored">Every stored paper that any key of the batch leads to.</param>
    public PaperBatch(IEnumerable<EnrichedPaper> stored)
    {
        foreach (var paper in stored)
        {
            Keep(new(paper, [paper]));
        }
    }

    /// <summary>Merges one listed paper.</summary>
    /// <returns>Key of the paper it was merged into; later merges may move it, which <see cref="Get"/> follows.</returns>
    public string Merge(ParsedPaper listed, Observation observation)
    {
        var candidates = listed.Aliases.SelectMany(IdsOf).Distinct(StringComparer.Ordinal).Select(id => _current[id]).ToList();
        var same = SamePapers.Choose(listed.Aliases, candidates, rewrite => rewrite.Merged.Aliases, rewrite => rewrite.Merged.Id);
        var merged = PaperMerge.Join([.. same.Select(rewrite => rewrite.Merged)], listed, observation);
        if (same.Count == 1 && ReferenceEquals(same[0].Merged, merged))
        {
            return merged.Id;
        }

        foreach (var rewrite in same)
        {
            Forget(rewrite.Merged, merged.Id);
        }

        Keep(new(merged, [.. same.SelectMany(rewrite => rewrite.Sources)]));
        return merged.Id;
    }

    /// <summary>Marks a paper withdrawn.</summary>
    /// <returns>Key of the paper; null when no paper has that key.</returns>
    public string? Withdraw(string key, SourceAuthority authority, Observation observation)
    {
        var id = IdsOf(key).Order(StringComparer.Ordinal).MinBy(id => id != key);
        if (id is not null)
        {
            var rewrite = _current[id];
            _current[id] = rewrite with { Merged = PaperMerge.Withdraw(rewrite.Merged, authority, observation) };
        }

        return id;
    }

    /// <summary>A paper as it stands after all merges.</summary>
    public EnrichedPaper Get(string id)
    {
        while (_moved.TryGetValue(id, out var next))
        {
            id = next;
        }

        return _current[id].Merged;
    }

    /// <summary>What differs from the store, in the order of keys: writers that overlap meet in the same order.</summary>
    public IEnumerable<PaperRewrite> Changes()
        => _current.Values.Where(rewrite => rewrite.Sources.Count != 1 || !ReferenceEquals(rewrite.Sources[0], rewrite.Merged));

    private List<string> IdsOf(string alias) => _idsByAlias.TryGetValue(alias, out var ids) ? ids : [];

    private void Keep(PaperRewrite rewrite)
    {
        _moved.Remove(rewrite.Merged.Id);
        _current[rewrite.Merged.Id] = rewrite;
        foreach (var alias in rewrite.Merged.Aliases)
        {
            if (!_idsByAlias.TryGetValue(alias, out var ids))
            {
                _idsByAlias.Add(alias, ids = new(1));
            }

            ids.Add(rewrite.Merged.Id);
        }
    }

    private void Forget(EnrichedPaper paper, string next)
    {
        _current.Remove(paper.Id);
        foreach (var alias in paper.Aliases)
        {
            _idsByAlias[alias].Remove(paper.Id);
        }

        if (paper.Id != next)
        {
            _moved[paper.Id] = next;
        }
    }
}
