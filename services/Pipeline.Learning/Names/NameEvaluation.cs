using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.Learning.Names;

/// <summary>The names of abstracts measured against labels.</summary>
public sealed class NameEvaluation
{
    private readonly ClaimAnalyzer _analyzer = new();
    private readonly List<NameError> _errors = [];

    /// <summary>Abstracts scored so far.</summary>
    public int Papers { get; private set; }

    /// <summary>Of methods.</summary>
    public NameScores Methods { get; private set; } = NameScores.Zero;

    /// <summary>Of data sets.</summary>
    public NameScores Datasets { get; private set; } = NameScores.Zero;

    /// <summary>Of measures.</summary>
    public NameScores Metrics { get; private set; } = NameScores.Zero;

    /// <summary>What was missed, wrong or cut differently, in order.</summary>
    public IReadOnlyList<NameError> Errors => _errors;

    /// <summary>Scores one abstract.</summary>
    public void Add(NameLabels labels, string text)
    {
        var names = _analyzer.Analyze(labels.Id, "", text).Names;
        Papers++;
        Methods += Score("method", labels, text, labels.Methods, names.Methods);
        Datasets += Score("dataset", labels, text, labels.Datasets, names.Datasets);
        Metrics += Score("metric", labels, text, labels.Metrics, names.Metrics);
    }

    private NameScores Score(string kind, NameLabels paper, string text, IReadOnlyList<LabelSpan> labels, IReadOnlyList<Quote> quotes)
    {
        var wanted = labels.Select(label => label.Span).ToList();
        var found = quotes.Select(quote => new TextSpan(quote.Start, quote.End)).ToList();
        var pairs = NameScores.Matches(wanted, found);
        foreach (var (label, other) in pairs.Where(pair => pair.Label != pair.Found))
        {
            _errors.Add(new(paper.Id, kind, "cut", label.Of(text), other.Of(text)));
        }

        foreach (var label in wanted.Except(pairs.Select(pair => pair.Label)))
        {
            _errors.Add(new(paper.Id, kind, "missed", label.Of(text), null));
        }

        foreach (var other in found.Except(pairs.Select(pair => pair.Found)))
        {
            _errors.Add(new(paper.Id, kind, "wrong", null, other.Of(text)));
        }

        return NameScores.Of(wanted, found);
    }
}

/// <summary>One difference between labels and what was found.</summary>
/// <param name="Id">Id of the paper.</param>
/// <param name="Kind"><c>method</c>, <c>dataset</c> or <c>metric</c>.</param>
/// <param name="Error"><c>missed</c>, <c>wrong</c> or <c>cut</c>.</param>
/// <param name="Label">What is labelled; null when nothing is.</param>
/// <param name="Found">What was found; null when nothing was.</param>
public sealed record NameError(string Id, string Kind, string Error, string? Label, string? Found);
