using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation.Scores;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Learning.Topics;

/// <summary>The topics of papers measured against labels.</summary>
public sealed class TopicEvaluation
{
    /// <summary>Papers a label must have to count for macro-F1.</summary>
    public const int LeastSupport = 30;

    private readonly Dictionary<string, TopicCount> _counts;
    private readonly Dictionary<(string Missed, string Given), int> _confusions = [];
    private readonly List<(double Score, bool IsTrue)> _scores = [];
    private readonly List<TopicError> _errors = [];
    private int _bestRight;
    private int _withTopics;

    private TopicEvaluation(IEnumerable<string> labels) => _counts = labels.ToDictionary(label => label, _ => new TopicCount(), StringComparer.Ordinal);

    /// <summary>Papers measured.</summary>
    public int Papers { get; private set; }

    /// <summary>Papers that were given no topic.</summary>
    public int Abstained { get; private set; }

    /// <summary>Topics given that the labels do not cover, and how many of them are among all categories of the paper where those are known.</summary>
    public (int Given, int Right) Beyond { get; private set; }

    /// <summary>All labels together.</summary>
    public ClassScore Micro => new(_counts.Values.Sum(count => count.Support), _counts.Values.Sum(count => count.Predicted), _counts.Values.Sum(count => count.Right));

    /// <summary>Mean F1 of the labels with enough papers; null without any.</summary>
    public double? MacroF1 => Mean(LeastSupport);

    /// <summary>Mean F1 of the labels that occur; null without any.</summary>
    public double? MacroF1OfPresent => Mean(1);

    /// <summary>Mean F1 of all labels of the model, those that do not occur as 0.</summary>
    public double? MacroF1OfAll => _counts.Count == 0 ? null : _counts.Values.Sum(count => count.Score.F1 ?? 0) / _counts.Count;

    /// <summary>Share of the papers with topics whose best one is right, 0 to 1.</summary>
    public double? PrecisionOfBest => ClassScore.Share(_bestRight, _withTopics);

    /// <summary>Whether the scores of listed topics are probabilities.</summary>
    public Calibration Calibration => Calibration.Of(_scores);

    /// <summary>Each label, most frequent first, then by id.</summary>
    public IReadOnlyList<(string Label, ClassScore Score)> Labels
        => [.. _counts.Select(pair => (pair.Key, pair.Value.Score)).OrderByDescending(pair => pair.Score.Support).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>How often one label was missed where another was given wrongly, most often first.</summary>
    public IReadOnlyList<(string Missed, string Given, int Papers)> Confusions
        => [.. _confusions.Select(pair => (pair.Key.Missed, pair.Key.Given, pair.Value))
            .OrderByDescending(row => row.Value).ThenBy(row => row.Missed, StringComparer.Ordinal).ThenBy(row => row.Given, StringComparer.Ordinal)];

    /// <summary>Papers with wrong topics, the surest mistake first.</summary>
    public IReadOnlyList<TopicError> Errors => [.. _errors.OrderByDescending(error => error.Score).ThenBy(error => error.Id, StringComparer.Ordinal)];

    /// <summary>Measures an analyzer.</summary>
    /// <param name="analyzer">The analyzer.</param>
    /// <param name="labels">Ids that it learned; the labels of the papers are measured besides.</param>
    /// <param name="papers">Papers with their topics.</param>
    public static TopicEvaluation Of(TopicAnalyzer analyzer, IEnumerable<string> labels, IReadOnlyList<LabelledPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(papers);
        var evaluation = new TopicEvaluation(labels.Concat(papers.SelectMany(paper => paper.Labels)).Distinct(StringComparer.Ordinal));
        foreach (var paper in papers)
        {
            evaluation.Add(paper, analyzer.Analyze(paper.Title, paper.Abstract));
        }

        return evaluation;
    }

    private void Add(LabelledPaper paper, TopicAnalysis analysis)
    {
        Papers++;
        Abstained += analysis.Abstained ? 1 : 0;
        var labels = paper.Labels.ToHashSet(StringComparer.Ordinal);
        var given = analysis.Topics.Where(topic => _counts.ContainsKey(topic.Id)).ToList();
        foreach (var label in labels)
        {
            _counts[label].Support++;
        }

        foreach (var topic in given)
        {
            _counts[topic.Id].Predicted++;
            _counts[topic.Id].Right += labels.Contains(topic.Id) ? 1 : 0;
            _scores.Add((topic.Score, labels.Contains(topic.Id)));
        }

        _withTopics += given.Count > 0 ? 1 : 0;
        _bestRight += given.Count > 0 && labels.Contains(given[0].Id) ? 1 : 0;
        var beyond = analysis.Topics.Where(topic => !_counts.ContainsKey(topic.Id)).ToList();
        Beyond = (Beyond.Given + beyond.Count, Beyond.Right + beyond.Count(topic => paper.Categories?.Contains(topic.Id, StringComparer.Ordinal) == true));
        AddErrors(paper, labels, given);
    }

    private void AddErrors(LabelledPaper paper, HashSet<string> labels, List<TopicAssignment> given)
    {
        var missed = labels.Where(label => given.TrueForAll(topic => topic.Id != label)).Order(StringComparer.Ordinal).ToList();
        var wrong = given.Where(topic => !labels.Contains(topic.Id)).ToList();
        foreach (var pair in missed.SelectMany(label => wrong.Select(topic => (label, topic.Id))))
        {
            _confusions[pair] = _confusions.GetValueOrDefault(pair) + 1;
        }

        if (wrong.Count > 0)
        {
            _errors.Add(new(paper.Id, paper.Title, wrong[0].Score, missed, [.. wrong.Select(topic => topic.Id)]));
        }
    }

    private double? Mean(int leastSupport)
    {
        var scores = _counts.Values.Where(count => count.Support >= leastSupport).Select(count => count.Score.F1 ?? 0).ToList();
        return scores.Count == 0 ? null : scores.Average();
    }

    private sealed class TopicCount
    {
        public int Support { get; set; }

        public int Predicted { get; set; }

        public int Right { get; set; }

        public ClassScore Score => new(Support, Predicted, Right);
    }
}

/// <summary>A paper that was given a topic it does not have.</summary>
/// <param name="Id">Id of the paper.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">Score of the surest wrong topic.</param>
/// <param name="Missed">Its topics that were not given.</param>
/// <param name="Wrong">What was given instead, or besides.</param>
public sealed record TopicError(string Id, string Title, double Score, IReadOnlyList<string> Missed, IReadOnlyList<string> Wrong);
