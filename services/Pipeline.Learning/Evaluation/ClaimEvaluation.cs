using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Evaluation;

/// <summary>Claims of sentences measured on one file of labels. What the file has no labels of is null.</summary>
public sealed record ClaimEvaluation
{
    /// <summary>Abstracts measured.</summary>
    public required int Abstracts { get; init; }

    /// <summary>Their sentences.</summary>
    public required int Sentences { get; init; }

    /// <summary>Sentences that the stage cuts otherwise than the labels; each is given the answer of the one it overlaps with most.</summary>
    public required int CutOtherwise { get; init; }

    /// <summary>Whether a sentence is a claim.</summary>
    public required LabelEvaluation? Claims { get; init; }

    /// <summary>What kind of claim it is, or none.</summary>
    public required LabelEvaluation? Types { get; init; }

    /// <summary>Whether it states what the paper concludes.</summary>
    public required LabelEvaluation? MainClaims { get; init; }

    /// <summary>Share of the claims found whose type is right, 0 to 1; null when none was found.</summary>
    public double? TypeRightOfFound => Types is null || Claims is null ? null : ClassScore.Share(TypesRight, Claims.Matrix.Of(1).Right);

    /// <summary>Share of all labelled claims that were found with the right type, 0 to 1; null when there is none.</summary>
    public double? TypeRightOfAll => Types is null || Claims is null ? null : ClassScore.Share(TypesRight, Claims.Matrix.Of(1).Support);

    private int TypesRight => Types!.Matrix.Right - Types.Matrix.Of(Types.Matrix.Classes.Count - 1).Right;

    /// <summary>Reads and measures.</summary>
    /// <exception cref="GoldFileException">A file cannot be read, or says nothing of claims.</exception>
    public static async Task<ClaimEvaluation> RunAsync(string path, EvaluationInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var file = await JudgedFile.ReadAsync(path, input, sentence => sentence.Claim is not null || sentence.MainClaim is not null, cancellationToken);
        return Of(file, input.MostErrors);
    }

    internal static ClaimEvaluation Of(JudgedFile file, int mostErrors)
    {
        var hasClaims = file.Sentences.Any(sentence => sentence.Gold.Claim is not null);
        var hasMainClaims = file.Sentences.Any(sentence => sentence.Gold.MainClaim is not null);
        return new()
        {
            Abstracts = file.Abstracts,
            Sentences = file.Sentences.Count,
            CutOtherwise = file.CutOtherwise,
            Claims = hasClaims ? file.Evaluate(LabelTask.Claim, mostErrors) : null,
            Types = hasClaims ? file.Evaluate(LabelTask.ClaimType, mostErrors) : null,
            MainClaims = hasMainClaims ? file.Evaluate(LabelTask.MainClaim, mostErrors) : null,
        };
    }
}
