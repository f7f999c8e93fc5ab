using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Topics;
using Pipeline.TopicClassifier.Classification.Learned;

namespace Pipeline.Standalone.Output;

/// <summary>How well topics are assigned, as <c>eval topics</c> says it. A share of nothing is null.</summary>
internal sealed record TopicScoreLine
{
    private const int MostConfusions = 10;

    public required string File { get; init; }

    public required StageVersion Classifier { get; init; }

    public required int Papers { get; init; }

    public required int Abstained { get; init; }

    public required double? MicroPrecision { get; init; }

    public required double? MicroRecall { get; init; }

    public required double? MicroF1 { get; init; }

    /// <summary>Over labels with <see cref="TopicEvaluation.LeastSupport"/> papers or more.</summary>
    public required double? MacroF1 { get; init; }

    public required double? MacroF1OfPresent { get; init; }

    public required double? MacroF1OfAll { get; init; }

    public required double? PrecisionOfBest { get; init; }

    public required double? CalibrationError { get; init; }

    /// <summary>Topics given that the labels do not cover.</summary>
    public required int Beyond { get; init; }

    /// <summary>Those of them that are among all categories of their paper.</summary>
    public required int BeyondRight { get; init; }

    public required IReadOnlyList<TopicLabelLine> Labels { get; init; }

    public required IReadOnlyList<TopicConfusionLine> Confusions { get; init; }

    public required IReadOnlyList<TopicError> Errors { get; init; }

    public static TopicScoreLine Of(string file, StageVersion version, TopicEvaluation evaluation, TopicModel? model, int errors) => new()
    {
        File = Path.GetFileName(file),
        Classifier = version,
        Papers = evaluation.Papers,
        Abstained = evaluation.Abstained,
        MicroPrecision = evaluation.Micro.Precision,
        MicroRecall = evaluation.Micro.Recall,
        MicroF1 = evaluation.Micro.F1,
        MacroF1 = evaluation.MacroF1,
        MacroF1OfPresent = evaluation.MacroF1OfPresent,
        MacroF1OfAll = evaluation.MacroF1OfAll,
        PrecisionOfBest = evaluation.PrecisionOfBest,
        CalibrationError = evaluation.Calibration.Error,
        Beyond = evaluation.Beyond.Given,
        BeyondRight = evaluation.Beyond.Right,
        Labels = [.. evaluation.Labels.Select(row => new TopicLabelLine(
            row.Label, row.Score.Support, row.Score.Predicted, row.Score.Precision, row.Score.Recall, row.Score.F1, ThresholdOf(model, row.Label)))],
        Confusions = [.. evaluation.Confusions.Take(MostConfusions).Select(row => new TopicConfusionLine(row.Missed, row.Given, row.Papers))],
        Errors = [.. evaluation.Errors.Take(errors)],
    };

    private static double? ThresholdOf(TopicModel? model, string label)
        => model?.Labels.ToList().IndexOf(label) is >= 0 and var at ? Math.Round(model.Thresholds[at], 4) : null;
}

/// <summary>The figures of one topic.</summary>
internal sealed record TopicLabelLine(string Label, int Support, int Given, double? Precision, double? Recall, double? F1, double? Threshold);

/// <summary>How many papers were given one topic wrongly while another was missed.</summary>
internal sealed record TopicConfusionLine(string Missed, string Given, int Papers);
