using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>Makes the models of topics. The same files give the same bytes on the same kind of machine.</summary>
public static class TopicTraining
{
    // With fewer papers an n-gram of two of them is already worth something.
    private const int FewPapers = 5000;

    private static readonly TopicSettings Arxiv = new() { RecentShare = 0.16, MixesLabels = true, MacroWeight = 0.5, LeastShare = 0.01 };

    private static readonly TopicSettings Nlp = new() { LeastPapers = 3, Passes = 40, FrequentC = 5, RareC = 20, NamePapers = 3, MacroWeight = 2, LeastShare = 0.005 };

    /// <summary>Trains the model of a built-in taxonomy from the folder that holds <c>arxiv-topics</c> and <c>forc4cl</c>.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="data">The folder.</param>
    /// <param name="report">Receives a line when a step is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="GoldFileException">A file is missing or not of its form.</exception>
    public static async Task<byte[]> TrainBuiltInAsync(Taxonomy taxonomy, string data, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var isArxiv = taxonomy.Name == BuiltInTaxonomies.Arxiv;
        var path = isArxiv ? Path.Combine(data, "arxiv-topics", "train.jsonl.gz") : Path.Combine(data, "forc4cl", "train.jsonl");
        var papers = await TopicGold.ReadAsync(path, taxonomy, cancellationToken);
        return TopicModelFile.Write(TopicTrainer.Train(papers, taxonomy, isArxiv ? Arxiv : Nlp, report, cancellationToken));
    }

    /// <summary>Trains a model from labelled papers of one's own.</summary>
    /// <param name="path">JSON Lines of id, title, abstract and labels; may end in .gz.</param>
    /// <param name="taxonomy">The taxonomy that the labels are of.</param>
    /// <param name="report">Receives a line when a step is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The bytes of the model file.</returns>
    /// <exception cref="GoldFileException">The file is missing or not of its form, has too little to learn from, or a topic that the taxonomy does not have.</exception>
    public static async Task<byte[]> TrainAsync(string path, Taxonomy taxonomy, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var papers = await TopicGold.ReadAsync(path, taxonomy, cancellationToken);
        LabelledPaperRules.Check(path, papers);
        var isSmall = papers.Count < FewPapers;
        var settings = isSmall ? new TopicSettings { LeastPapers = 2, Passes = 30 } : new TopicSettings();
        return TopicModelFile.Write(TopicTrainer.Train(papers, taxonomy, settings, report, cancellationToken));
    }
}
