using Pipeline.Learning.Evaluation;

namespace Pipeline.Standalone.Output;

/// <summary>How well the claims of one file were told, as <c>eval claims --json</c> prints it; null where the file has no such labels.</summary>
internal sealed record ClaimScoreLine
{
    public required string File { get; init; }

    public required int Abstracts { get; init; }

    public required int Sentences { get; init; }

    public required int CutOtherwise { get; init; }

    public required LabelScoreLine? Claims { get; init; }

    public required LabelScoreLine? Types { get; init; }

    public required double? TypeRightOfFound { get; init; }

    public required double? TypeRightOfAll { get; init; }

    public required LabelScoreLine? MainClaims { get; init; }

    public static ClaimScoreLine Of(string file, ClaimEvaluation evaluation) => new()
    {
        File = file,
        Abstracts = evaluation.Abstracts,
        Sentences = evaluation.Sentences,
        CutOtherwise = evaluation.CutOtherwise,
        Claims = Line(evaluation.Claims),
        Types = Line(evaluation.Types),
        TypeRightOfFound = LabelScoreLine.Round(evaluation.TypeRightOfFound),
        TypeRightOfAll = LabelScoreLine.Round(evaluation.TypeRightOfAll),
        MainClaims = Line(evaluation.MainClaims),
    };

    private static LabelScoreLine? Line(LabelEvaluation? evaluation) => evaluation is null ? null : LabelScoreLine.Of(evaluation);
}
