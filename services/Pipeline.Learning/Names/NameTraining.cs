using Pipeline.ClaimExtractor.Extraction.Naming;

namespace Pipeline.Learning.Names;

/// <summary>Trains the model of names. The same files give the same bytes.</summary>
public static class NameTraining
{
    // Labels by hand are few and true, labels by title many and coarse.
    private const float LabelWeight = 6;
    private const float TagWeight = 1;
    private const float TitleWeight = 0.35f;

    // Every fifth sentence of tdmsci is kept back to choose on.
    private const int HeldOut = 5;

    /// <summary>Trains from the folder that holds <c>arxiv-topics</c> and <c>tdmsci</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The model file, and how many names of each kind it learned from.</returns>
    /// <exception cref="GoldFileException">A file cannot be read.</exception>
    public static async Task<(byte[] Model, IReadOnlyList<int> Examples)> TrainAsync(string folder, CancellationToken cancellationToken)
    {
        var labels = await LabelFile.ReadAsync(cancellationToken);
        var papers = await PaperTexts.ReadAsync(Path.Combine(folder, "arxiv-topics", "train.jsonl.gz"), cancellationToken);
        var unlabelled = papers.Where(paper => !labels.ContainsKey(paper.Id)).ToList();
        var known = Mine(unlabelled);
        var examples = new List<NameExample>();
        AddTitles(unlabelled, known, examples);
        foreach (var paper in papers.Where(paper => labels.TryGetValue(paper.Id, out var of) && of.Part == "train"))
        {
            AddLabels(labels[paper.Id], paper.Abstract, known, LabelWeight, examples);
        }

        await AddTagsAsync(Path.Combine(folder, "tdmsci", "train.jsonl"), known, examples, cancellationToken);
        var (scale, weights) = SoftmaxTrainer.Train(examples);
        var (keys, values) = known.Names();
        return (new NameModel(scale, weights, keys, values).Write(), [.. Enum.GetValues<NameKind>().Select(kind => examples.Count(example => example.Kind == kind))]);
    }

    private static NameModel Mine(List<PaperTexts> papers)
    {
        var miner = new DatasetMiner();
        foreach (var paper in papers)
        {
            miner.Add(NamedText.Read(paper.Abstract).Names);
        }

        var (keys, values) = miner.Known();
        return new(1, new sbyte[NameModel.Slots * NameModel.Classes], keys, values);
    }

    private static void AddTitles(List<PaperTexts> papers, NameModel known, List<NameExample> examples)
    {
        var titles = new TitleLabels();
        foreach (var paper in papers)
        {
            titles.Add(paper.Title);
        }

        foreach (var paper in papers)
        {
            var text = NamedText.Read(paper.Abstract);
            text.AddExamples(titles.Of(paper.Title, text, known), known, maskOwn: examples.Count % 4 != 0, TitleWeight, examples);
        }
    }

    private static void AddLabels(NameLabels labels, string text, NameModel known, float weight, List<NameExample> examples)
    {
        var named = NamedText.Read(text);
        var kinds = new NameKind?[named.Names.Groups.Count];
        Array.Fill(kinds, NameKind.Other);
        foreach (var mention in named.Names.Mentions)
        {
            if (named.Names.GroupOf(mention) is >= 0 and var group)
            {
                var span = named.SpanOf(mention);
                kinds[group] = labels.Methods.Any(label => Covers(label, span)) ? NameKind.Method
                    : labels.Datasets.Any(label => Covers(label, span)) ? NameKind.Dataset : kinds[group];
            }
        }

        named.AddExamples(kinds, known, maskOwn: false, weight, examples);
    }

    private static async Task AddTagsAsync(string path, NameModel known, List<NameExample> examples, CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var sentence in GoldFile.ReadAsync<TdmSentence>(path, cancellationToken))
        {
            if (++number % HeldOut != 0)
            {
                var labels = sentence.ToLabels();
                AddLabels(labels, labels.Abstract!, known, TagWeight, examples);
            }
        }
    }

    // Half of the name at least: "Penn Treebank" of "Penn Treebank corpus" is labelled, "English" of it is not.
    private static bool Covers(LabelSpan label, BuildingBlocks.Papers.TextSpan mention)
        => 2 * (Math.Min(label.End, mention.End) - Math.Max(label.Start, mention.Start)) > mention.Length;
}
