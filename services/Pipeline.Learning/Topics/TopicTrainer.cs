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
        var examples = Examples(papers, labels, vocabulary);
        report($"{papers.Count} papers, {labels.Length} topics, {vocabulary.Keys.Length} n-grams");
        var penalties = Penalties(examples, labels.Length, settings);
        var held = HeldOut(examples, vocabulary.Keys.Length, penalties, settings, report, cancellationToken);
        var weights = TopicLearner.Learn(examples, vocabulary.Keys.Length, penalties, settings.Passes, cancellationToken);
        report("learned from all papers");

        var recent = Enumerable.Range(0, papers.Count).Skip((int)(papers.Count * (1 - settings.RecentShare))).ToList();
        var fits = new ProbabilityFit[labels.Length];
        var probabilities = new double[labels.Length][];
        for (var label = 0; label < labels.Length; label++)
        {
            fits[label] = ProbabilityFit.To([.. recent.Select(i => (held[i][label], examples[i].Has(label)))]);
            probabilities[label] = [.. recent.Select(i => fits[label].Of(held[i][label]))];
        }

        var thresholds = ThresholdChoice.Choose(probabilities, settings.MacroWeight, settings.LeastShare);
        return TopicExport.Round(taxonomy.Name, labels, vocabulary, weights, fits, thresholds);
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
