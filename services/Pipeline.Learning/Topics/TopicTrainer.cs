using Pipeline.TopicClassifier.Classification;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Learning.Topics;

/// <summary>Makes a model of labelled papers.</summary>
internal static class TopicTrainer
{
    private const int Folds = 4;

    /// <summary>Trains. Equal papers and settings give an equal model.</summary>
    public static TopicModelContent Train(IReadOnlyList<LabelledPaper> papers, Taxonomy taxonomy, TopicSettings settings, Action<string> report, CancellationToken cancellationToken)
    {
        string[] labels = [.. papers.SelectMany(paper => paper.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var vocabulary = Vocabulary.Of(papers, settings.LeastPapers);
        var examples = Examples([.. papers, .. NamePapers(taxonomy, labels, settings)], labels, vocabulary);
        report($"{papers.Count} papers, {labels.Length} topics, {vocabulary.Keys.Length} n-grams");
        var penalties = Penalties(examples, labels.Length, settings);
        var held = HeldOut(examples, vocabulary.Keys.Length, penalties, settings, report, cancellationToken);
        var weights = TopicLearner.Learn(examples, vocabulary.Keys.Length, penalties, settings.Passes, cancellationToken);
        report("learned from all papers");

        var recent = Enumerable.Range(0, papers.Count).Skip((int)(papers.Count * (1 - settings.RecentShare))).ToList();
        var (mixing, probabilities) = Fit(recent, held, examples, labels.Length, settings.MixesLabels);
        var thresholds = ThresholdChoice.Choose(probabilities, settings.MacroWeight, settings.LeastShare);
        return TopicExport.Round(taxonomy.Name, labels, vocabulary, weights, mixing, thresholds);
    }

    // What makes probabilities of log-odds, and the probabilities of the papers it was fitted to, label by label.
    private static (double[][] Mixing, double[][] Probabilities) Fit(List<int> papers, float[][] held, TopicExample[] examples, int labels, bool mixesLabels)
    {
        var mixing = new double[labels][];
        var probabilities = new double[labels][];
        float[][] logOdds = [.. papers.Select(i => held[i])];
        Parallel.For(0, labels, label =>
        {
            bool[] isTrue = [.. papers.Select(i => examples[i].Has(label))];
            mixing[label] = mixesLabels ? LabelMixing.Fit(label, logOdds, isTrue) : Alone(label, labels, ProbabilityFit.To([.. logOdds.Select((of, i) => (of[label], isTrue[i]))]));
            probabilities[label] = [.. logOdds.Select(of => 1 / (1 + Math.Exp(-LabelMixing.Of(mixing[label], of))))];
        });
        return (mixing, probabilities);
    }

    private static double[] Alone(int label, int labels, ProbabilityFit fit)
    {
        var weights = new double[labels + 1];
        (weights[label], weights[^1]) = (fit.Slope, fit.Shift);
        return weights;
    }

    private static TopicExample[] Examples(IReadOnlyList<LabelledPaper> papers, string[] labels, Vocabulary vocabulary)
    {
        var numbers = labels.Select((label, number) => (label, number)).ToDictionary(pair => pair.label, pair => pair.number, StringComparer.Ordinal);
        var reader = vocabulary.ToReader();
        var read = new ReadPaper();
        return [.. papers.Select(paper =>
        {
            read.Read(reader, paper.Title, paper.Abstract);
            return new TopicExample
            {
                Rows = [.. read.Terms.Select(term => term.Row)],
                Values = [.. read.Terms.Select(term => term.Value)],
                Labels = [.. paper.Labels.Select(label => numbers[label]).Distinct().Order()],
            };
        })];
    }

    // A name is about all that there is to say of a topic with few papers.
    private static IEnumerable<LabelledPaper> NamePapers(Taxonomy taxonomy, string[] labels, TopicSettings settings)
    {
        var topics = taxonomy.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        foreach (var label in settings.NamePapers > 0 ? labels : [])
        {
            var above = new List<string>();
            for (var id = label; id is not null && labels.Contains(id, StringComparer.Ordinal); id = topics[id].Parent)
            {
                above.Add(id);
            }

            var words = string.Join(". ", topics[label].Aliases.Append(topics[label].Name));
            for (var i = 0; i < settings.NamePapers; i++)
            {
                yield return new(label, topics[label].Name, words, above);
            }
        }
    }

    // C as in liblinear: the penalty of all papers together does not depend on how many there are.
    private static float[] Penalties(TopicExample[] examples, int labels, TopicSettings settings)
    {
        var counts = new int[labels];
        foreach (var label in examples.SelectMany(example => example.Labels))
        {
            counts[label]++;
        }

        return [.. counts.Select(count => 1f / (examples.Length * (count >= settings.FrequentShare * examples.Length ? settings.FrequentC : settings.RareC)))];
    }

    // Log-odds of every paper by a model that has not seen it.
    private static float[][] HeldOut(TopicExample[] examples, int rows, float[] penalties, TopicSettings settings, Action<string> report, CancellationToken cancellationToken)
    {
        var held = new float[examples.Length][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = TopicLearner.Learn([.. examples.Where((_, i) => i % Folds != fold)], rows, penalties, settings.Passes, cancellationToken);
            for (var i = fold; i < examples.Length; i += Folds)
            {
                held[i] = weights.LogOdds(examples[i]);
            }

            report($"fold {fold + 1} of {Folds} has learned");
        }

        return held;
    }
}
