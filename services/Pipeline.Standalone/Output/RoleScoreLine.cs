using Pipeline.Learning.Evaluation;

namespace Pipeline.Standalone.Output;

/// <summary>How well the roles of one file were told, as <c>eval roles --json</c> prints it.</summary>
internal sealed record RoleScoreLine
{
    public required string File { get; init; }

    public required int Abstracts { get; init; }

    public required int Sentences { get; init; }

    public required int CutOtherwise { get; init; }

    public required LabelScoreLine Roles { get; init; }

    /// <summary>Sentences whose label is sure; null where the file does not say.</summary>
    public required int? SureSentences { get; init; }

    public required double? SureAccuracy { get; init; }

    public static RoleScoreLine Of(string file, RoleEvaluation evaluation) => new()
    {
        File = file,
        Abstracts = evaluation.Abstracts,
        Sentences = evaluation.Sentences,
        CutOtherwise = evaluation.CutOtherwise,
        Roles = LabelScoreLine.Of(evaluation.Roles),
        SureSentences = evaluation.SureRoles?.Total,
        SureAccuracy = LabelScoreLine.Round(evaluation.SureRoles?.Accuracy),
    };
}
