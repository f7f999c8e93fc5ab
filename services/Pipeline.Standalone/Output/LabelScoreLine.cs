using System.Text.Json;
using Pipeline.Learning.Evaluation;
using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Standalone.Output;

/// <summary>How well one question about sentences was answered, as <c>eval --json</c> prints it. Shares are 0 to 1, to four decimals; a share of nothing is null.</summary>
internal sealed record LabelScoreLine
{
    private const int Digits = 4;

    /// <summary>The stage first, then what needs no model.</summary>
    public required IReadOnlyList<MethodLine> Methods { get; init; }

    /// <summary>What the baselines were learned from: <c>train</c>, or <c>gold</c> when from the measured labels themselves.</summary>
    public required string BaselinesFrom { get; init; }

    public required IReadOnlyList<ClassLine> Classes { get; init; }

    /// <summary>Sentences by the class they have (outer list) and were given (inner list), in the order of the classes.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    public required double? CalibrationError { get; init; }

    public required IReadOnlyList<BinLine> Calibration { get; init; }

    public required IReadOnlyList<LabelError> Errors { get; init; }

    public static LabelScoreLine Of(LabelEvaluation evaluation) => new()
    {
        Methods = [MethodLine.Of("stage", evaluation.Matrix), .. evaluation.Baselines.Select(baseline => MethodLine.Of(Word(baseline.Kind), baseline.Matrix))],
        BaselinesFrom = evaluation.IsTrained ? "train" : "gold",
        Classes = [.. evaluation.Matrix.Classes.Select((name, label) => ClassLine.Of(name, evaluation.Matrix.Of(label)))],
        Confusion = [.. evaluation.Matrix.Classes.Select((_, gold) => Row(evaluation.Matrix, gold))],
        CalibrationError = Round(evaluation.Calibration.Error),
        Calibration = [.. evaluation.Calibration.Bins.Select(BinLine.Of)],
        Errors = [.. evaluation.Errors.Select(error => error with { Score = Math.Round(error.Score, Digits) })],
    };

    public static double? Round(double? share) => share is { } known ? Math.Round(known, Digits) : null;

    private static IReadOnlyList<int> Row(ConfusionMatrix matrix, int gold) => [.. matrix.Classes.Select((_, predicted) => matrix[gold, predicted])];

    private static string Word(BaselineKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}

/// <summary>One way to answer. Precision, recall and F1 are those of yes; null where there are more than two answers.</summary>
internal sealed record MethodLine(string Name, double? Accuracy, double? MacroF1)
{
    public double? Precision { get; init; }

    public double? Recall { get; init; }

    public double? F1 { get; init; }

    public static MethodLine Of(string name, ConfusionMatrix matrix)
    {
        var yes = matrix.Classes.Count == 2 ? matrix.Of(1) : default;
        return new(name, LabelScoreLine.Round(matrix.Accuracy), LabelScoreLine.Round(matrix.MacroF1))
        {
            Precision = LabelScoreLine.Round(yes.Precision),
            Recall = LabelScoreLine.Round(yes.Recall),
            F1 = LabelScoreLine.Round(yes.F1),
        };
    }
}

/// <summary>The figures of one class.</summary>
internal sealed record ClassLine(string Name, int Support, int Predicted)
{
    public required double? Precision { get; init; }

    public required double? Recall { get; init; }

    public required double? F1 { get; init; }

    public static ClassLine Of(string name, ClassScore score) => new(name, score.Support, score.Predicted)
    {
        Precision = LabelScoreLine.Round(score.Precision),
        Recall = LabelScoreLine.Round(score.Recall),
        F1 = LabelScoreLine.Round(score.F1),
    };
}

/// <summary>The sentences with a score in one range, upper end exclusive but for 1.</summary>
internal sealed record BinLine(double From, double To, int Sentences)
{
    public required double? MeanScore { get; init; }

    public required double? Share { get; init; }

    public static BinLine Of(CalibrationBin bin, int index) => new(Edge(index), Edge(index + 1), bin.Sentences)
    {
        MeanScore = LabelScoreLine.Round(bin.MeanScore),
        Share = LabelScoreLine.Round(bin.Share),
    };

    private static double Edge(int index) => Math.Round((double)index / Calibration.Count, 4);
}
