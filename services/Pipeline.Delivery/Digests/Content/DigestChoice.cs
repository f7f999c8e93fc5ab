using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>Chooses the papers of an issue, page by page of the change log. Pure: what was told is handed in.</summary>
/// <param name="digest">The digest.</param>
/// <param name="words">Words that a paper must have, as <see cref="SearchWords.Of"/> cut them.</param>
/// <param name="now">When the issue is made.</param>
internal sealed class DigestChoice(Digest digest, IReadOnlyList<string> words, DateTimeOffset now)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<EnrichedPaper> _best = [];
    private int _count;

    /// <summary>The papers chosen, best first, and how many more there were.</summary>
    public Chosen Result => new([.. Best()], Math.Max(0, _count - digest.Limit));

    /// <summary>All keys under which an issue may have told of a paper.</summary>
    public static IEnumerable<string> Keys(EnrichedPaper paper)
        => paper.Aliases.Concat(paper.Joins.Select(join => join.FormerId)).Prepend(paper.Id).Distinct(StringComparer.Ordinal);

    /// <summary>Those of some papers that stand and have the words, each once however often it is handed in.</summary>
    public IReadOnlyList<EnrichedPaper> Fitting(IEnumerable<EnrichedPaper> papers)
        => [.. papers.Where(paper => paper.State == PaperState.Active && HasWords(paper) && _seen.Add(paper.Id))];

    /// <summary>Adds papers of which nothing was told under any of their keys.</summary>
    /// <param name="fitting">Papers that <see cref="Fitting"/> gave.</param>
    /// <param name="told">Keys of which something was told.</param>
    public void Add(IEnumerable<EnrichedPaper> fitting, IReadOnlySet<string> told)
    {
        foreach (var paper in fitting.Where(paper => !Keys(paper).Any(told.Contains)))
        {
            _count++;
            _best.Add(paper);
        }

        // A week may hold thousands; no more than can be in the mail are kept.
        if (_best.Count > digest.Limit)
        {
            var best = Best().ToList();
            _best.Clear();
            _best.AddRange(best);
        }
    }

    private bool HasWords(EnrichedPaper paper) => SearchWords.AreIn($"{paper.Title}\n{paper.Abstract}", words);

    private IEnumerable<EnrichedPaper> Best()
        => (digest.Order == DigestOrder.Trending ? _best.OrderByDescending(Score).ThenByDescending(Trending.Since) : _best.OrderByDescending(Trending.Since))
            .ThenByDescending(paper => paper.Upvotes ?? 0)
            .ThenBy(paper => paper.Id, StringComparer.Ordinal)
            .Take(digest.Limit);

    private double Score(EnrichedPaper paper) => Trending.Score(paper.Upvotes, now - Trending.Since(paper));
}

/// <summary>Papers of an issue.</summary>
/// <param name="Papers">The papers, best first.</param>
/// <param name="More">How many more there were than a mail may have.</param>
internal sealed record Chosen(IReadOnlyList<EnrichedPaper> Papers, int More);
