namespace Pipeline.Learning.Topics;

/// <summary>What makes labelled papers fit to learn from.</summary>
internal static class LabelledPaperRules
{
    /// <summary>Fewer papers say nothing about papers to come.</summary>
    public const int LeastPapers = 20;

    /// <exception cref="GoldFileException">There are too few papers, or none has a label.</exception>
    public static void Check(string path, IReadOnlyList<LabelledPaper> papers)
    {
        if (papers.Count < LeastPapers)
        {
            throw new GoldFileException($"{path}: {papers.Count} papers are too few to learn from; {LeastPapers} are the least.", null);
        }

        if (papers.All(paper => paper.Labels.Count == 0))
        {
            throw new GoldFileException($"{path}: no paper has a label.", null);
        }
    }
}
