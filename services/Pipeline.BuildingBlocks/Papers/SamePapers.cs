namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Decides which stored papers a listed one is. Pure: both stores go by it.</summary>
public static class SamePapers
{
    /// <summary>
    /// Chooses among stored papers that share a key with a listed one. The surest shared key comes first, and each
    /// further paper must not contradict those taken before it (<see cref="PaperIdentity.MayBeSame"/>): a title that
    /// several papers have leads to one of them, always the same.
    /// </summary>
    /// <param name="aliases">Keys of the listed paper.</param>
    /// <param name="candidates">Stored papers that share at least one.</param>
    /// <param name="aliasesOf">Gives the keys of a stored paper.</param>
    /// <param name="idOf">Gives its own key.</param>
    /// <returns>The papers that are the listed one, and from now on one paper; empty when it is new.</returns>
    public static IReadOnlyList<T> Choose<T>(
        IReadOnlyList<string> aliases, IReadOnlyCollection<T> candidates, Func<T, IReadOnlyList<string>> aliasesOf, Func<T, string> idOf)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        ArgumentNullException.ThrowIfNull(candidates);
        if (candidates.Count == 0)
        {
            return [];
        }

        var chosen = new List<T>(1);
        var known = aliases;
        foreach (var candidate in candidates
            .OrderBy(paper => aliasesOf(paper).Where(aliases.Contains).Select(PaperIdentity.KindOf).DefaultIfEmpty(int.MaxValue).Min())
            .ThenBy(idOf, StringComparer.Ordinal))
        {
            if (PaperIdentity.MayBeSame(known, aliasesOf(candidate)))
            {
                chosen.Add(candidate);
                known = [.. known.Union(aliasesOf(candidate), StringComparer.Ordinal)];
            }
        }

        return chosen;
    }
}
