using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Learning.Topics;

/// <summary>What makes labelled papers fit to learn from.</summary>
internal static class LabelledPaperRules
{
    /// <summary>Fewer papers say nothing about papers to come.</summary>
    public const int LeastPapers = 20;

    /// <exception cref="GoldFileException">There are too few papers, none has a label, or a label is not in the taxonomy.</exception>
    public static void Check(string path, IReadOnlyList<LabelledPaper> papers, Taxonomy taxonomy)
    {
        if (papers.Count < LeastPapers)
        {
            throw new GoldFileException($"{path}: {papers.Count} papers are too few to learn from; {LeastPapers} are the least.", null);
        }

        var known = taxonomy.Topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            if (paper.Labels.FirstOrDefault(label => !known.Contains(label)) is { } unknown)
            {
                throw new GoldFileException($"{path}: {paper.Id}: the taxonomy '{taxonomy.Name}' has no topic '{unknown}'.", null);
            }
        }

        if (papers.All(paper => paper.Labels.Count == 0))
        {
            throw new GoldFileException($"{path}: no paper has a label.", null);
        }
    }
}
