using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Evaluation;

/// <summary>What an evaluation reads beside the labels.</summary>
public sealed record EvaluationInput
{
    /// <summary>Files with the texts of labels that have none.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Part to measure on, of files that hold several. Default <c>dev</c>.</summary>
    public string Part { get; init; } = "dev";

    /// <summary>Labels that baselines learn from; null for none.</summary>
    public string? Training { get; init; }

    /// <summary>Most errors kept of each question. Default 10.</summary>
    public int MostErrors { get; init; } = 10;

    // Learning by place needs no texts.
    internal async Task<IReadOnlyList<LabelledAbstract>> ReadTrainingAsync(CancellationToken cancellationToken)
        => Training is null ? [] : await LabelledFile.ReadAsync(Training, "train", cancellationToken);
}
