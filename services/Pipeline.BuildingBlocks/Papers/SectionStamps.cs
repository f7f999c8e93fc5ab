namespace Pipeline.BuildingBlocks.Papers;

/// <summary>From which revisions a paper's sections were made.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Claims">Revision of its claims; null without.</param>
/// <param name="Topics">Revision of its topics; null without.</param>
/// <param name="Completed">Revision last completed; null before the first.</param>
public sealed record SectionStamps(string PaperId, string? Claims, string? Topics, string? Completed)
{
    /// <summary>The stamps of a paper read with its sections, or with their stamps alone.</summary>
    public static SectionStamps Of(EnrichedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new(paper.Id, paper.Claims?.Revision, paper.Topics?.Revision, paper.Enriched?.Revision);
    }

    /// <summary>Whether every section was made from this revision.</summary>
    public bool AreAt(string revision) => Claims == revision && Topics == revision;

    /// <summary>
    /// Of papers that become one, the paper whose sections stay, all together: a completion belongs to the sections it
    /// was made of. That is the one with most at the revision; among equals the one that keeps its key.
    /// </summary>
    /// <param name="revision">Revision of the paper that they become.</param>
    /// <param name="id">Its key.</param>
    /// <param name="papers">The papers, at least one.</param>
    /// <param name="stamps">Gives the stamps of one.</param>
    public static T Richest<T>(string revision, string id, IEnumerable<T> papers, Func<T, SectionStamps> stamps)
        => papers.Select(paper => (Paper: paper, Stamps: stamps(paper)))
            .OrderByDescending(entry => entry.Stamps.Count(revision))
            .ThenBy(entry => entry.Stamps.PaperId != id)
            .ThenBy(entry => entry.Stamps.PaperId, StringComparer.Ordinal)
            .First().Paper;

    private int Count(string revision)
        => (Claims == revision ? 1 : 0) + (Topics == revision ? 1 : 0) + (AreAt(revision) && Completed == revision ? 1 : 0);
}
