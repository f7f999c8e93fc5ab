using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>Makes the models of topics. The same files give the same bytes on the same kind of machine.</summary>
public static class TopicTraining
{
    private static readonly TopicSettings Arxiv = new() { RecentShare = 0.35 };

    /// <summary>Trains the arXiv model from the folder that holds <c>arxiv-topics</c>.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="report">Receives a line when a step is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="GoldFileException">A file is missing or not of its form.</exception>
    public static async Task<byte[]> TrainArxivAsync(string data, Action<string> report, CancellationToken cancellationToken)
    {
        var papers = await ReadAsync(Path.Combine(data, "arxiv-topics", "train.jsonl.gz"), cancellationToken);
        return TopicModelFile.Write(TopicTrainer.Train(papers, "arxiv", Arxiv, report, cancellationToken));
    }

    /// <summary>Trains a model from labelled papers of one's own.</summary>
    /// <param name="path">JSON Lines of id, title, abstract and labels; may end in .gz.</param>
    /// <param name="taxonomy">The taxonomy that the labels are of.</param>
    /// <param name="report">Receives a line when a step is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="GoldFileException">The file is missing or not of its form, has too little to learn from, or a label that the taxonomy does not have.</exception>
    public static async Task<byte[]> TrainAsync(string path, Taxonomy taxonomy, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var papers = await ReadAsync(path, cancellationToken);
        LabelledPaperRules.Check(path, papers, taxonomy);
        var settings = new TopicSettings { LeastPapers = papers.Count < 5000 ? 2 : 5, Passes = papers.Count < 5000 ? 30 : 8 };
        return TopicModelFile.Write(TopicTrainer.Train(papers, taxonomy.Name, settings, report, cancellationToken));
    }

    private static async Task<List<LabelledPaper>> ReadAsync(string path, CancellationToken cancellationToken)
        => await GoldFile.ReadAsync<LabelledPaper>(path, cancellationToken).ToListAsync(cancellationToken);
}
