using Pipeline.Learning.Sentences;

namespace Pipeline.Standalone.Output;

/// <summary>How well the sentences of one file were cut, as <c>eval sentences --json</c> prints it. Shares are 0 to 1, to four decimals.</summary>
internal sealed record SentenceScoreLine
{
    private const int Digits = 4;

    public required string File { get; init; }

    public required int Abstracts { get; init; }

    public required int Boundaries { get; init; }

    public required int Found { get; init; }

    public required int Right { get; init; }

    public required double Precision { get; init; }

    public required double Recall { get; init; }

    public required double F1 { get; init; }

    public required IReadOnlyList<BoundaryError> Errors { get; init; }

    public static SentenceScoreLine Of(string file, SentenceEvaluation evaluation) => new()
    {
        File = file,
        Abstracts = evaluation.Score.Abstracts,
        Boundaries = evaluation.Score.Boundaries,
        Found = evaluation.Score.Found,
        Right = evaluation.Score.Right,
        Precision = Math.Round(evaluation.Score.Precision, Digits),
        Recall = Math.Round(evaluation.Score.Recall, Digits),
        F1 = Math.Round(evaluation.Score.F1, Digits),
        Errors = evaluation.Errors,
    };
}
