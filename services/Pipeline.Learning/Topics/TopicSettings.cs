namespace Pipeline.Learning.Topics;

/// <summary>How a model of topics is trained. The defaults are those of the arXiv model.</summary>
internal sealed record TopicSettings
{
    /// <summary>Papers an n-gram must be in.</summary>
    public int LeastPapers { get; init; } = 5;

    /// <summary>How often the name of each topic is shown as if it were a paper about it; 0 does not.</summary>
    public int NamePapers { get; init; }

    /// <summary>How often each paper is seen.</summary>
    public int Passes { get; init; } = 8;

    /// <summary>Share of the papers from which on a label is frequent, 0 to 1.</summary>
    public double FrequentShare { get; init; } = 0.1;

    /// <summary>Inverse strength of the penalty of frequent labels.</summary>
    public float FrequentC { get; init; } = 1;

    /// <summary>Inverse strength of the penalty of the others.</summary>
    public float RareC { get; init; } = 5;

    /// <summary>Share of the papers, the last ones, that scores and thresholds are fitted to, 0 to 1: subjects drift.</summary>
    public double RecentShare { get; init; } = 1;

    /// <summary>Whether the scores of a label may lean on those of the others; needs many papers of each.</summary>
    public bool MixesLabels { get; init; }

    /// <summary>What macro-F1 counts where micro-F1 counts 1.</summary>
    public double MacroWeight { get; init; } = 1;

    /// <summary>Share of the papers from which on a label counts for macro-F1, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.008;
}
