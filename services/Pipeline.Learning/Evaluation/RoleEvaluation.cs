using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Evaluation;

/// <summary>Roles of sentences measured on one file of labels.</summary>
public sealed record RoleEvaluation
{
    // Below it, those who labelled a sentence disagreed so much that its label is hardly more than one opinion.
    private const double SureFrom = 0.7;

    /// <summary>Abstracts measured.</summary>
    public required int Abstracts { get; init; }

    /// <summary>Their sentences.</summary>
    public required int Sentences { get; init; }

    /// <summary>Sentences that the stage cuts otherwise than the labels; each is given the answer of the one it overlaps with most.</summary>
    public required int CutOtherwise { get; init; }

    /// <summary>The five roles.</summary>
    public required LabelEvaluation Roles { get; init; }

    /// <summary>The roles of sentences whose labels are sure, from 0.7 on; null where nobody says how sure they are.</summary>
    public required ConfusionMatrix? SureRoles { get; init; }

    /// <summary>Reads and measures.</summary>
    /// <exception cref="GoldFileException">A file cannot be read, or has no roles.</exception>
    public static async Task<RoleEvaluation> RunAsync(string path, EvaluationInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var file = await JudgedFile.ReadAsync(path, input, sentence => sentence.Role is not null, cancellationToken);
        return Of(file, input.MostErrors);
    }

    internal static RoleEvaluation Of(JudgedFile file, int mostErrors) => new()
    {
        Abstracts = file.Abstracts,
        Sentences = file.Sentences.Count,
        CutOtherwise = file.CutOtherwise,
        Roles = file.Evaluate(LabelTask.Role, mostErrors),
        SureRoles = file.Sentences.Any(sentence => sentence.Gold.Confidence is not null)
            ? ConfusionMatrix.Of(LabelTask.Role.Classes, file.Sentences.Where(sentence => sentence.Gold.Confidence >= SureFrom)
                .Select(sentence => (LabelTask.Role.Gold(sentence.Gold)!.Value, LabelTask.Role.Predicted(sentence.Answer))))
            : null,
    };
}
