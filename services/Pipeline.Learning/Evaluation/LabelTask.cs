using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Evaluation;

/// <summary>One question about a sentence, with the labels that answer it.</summary>
/// <param name="Classes">Possible answers; of two, the second is yes.</param>
/// <param name="Gold">The answer of those who labelled it; null when they were not asked.</param>
/// <param name="Predicted">The answer of the stage.</param>
/// <param name="Score">What the stage puts beside its answer.</param>
internal sealed record LabelTask(
    IReadOnlyList<string> Classes, Func<LabelledSentence, int?> Gold, Func<Sentence, int> Predicted, Func<Sentence, double> Score)
{
    private static readonly string[] Types = Names<Pipeline.BuildingBlocks.Papers.ClaimType>();

    public static LabelTask Role { get; } = new(
        Names<SentenceRole>(), gold => (int?)gold.Role, sentence => (int)sentence.Role, sentence => sentence.RoleScore);

    public static LabelTask Claim { get; } = new(
        ["no claim", "claim"], gold => YesOrNo(gold.Claim), sentence => sentence.Claim ? 1 : 0, sentence => sentence.ClaimScore);

    public static LabelTask MainClaim { get; } = new(
        ["not main", "main"], gold => YesOrNo(gold.MainClaim), sentence => sentence.MainClaim ? 1 : 0, sentence => sentence.MainClaimScore);

    /// <summary>Kinds of claims, and none as the last class.</summary>
    public static LabelTask ClaimType { get; } = new(
        [.. Types, "none"],
        gold => gold.Claim is null ? null : TypeOrNone(gold.ClaimType),
        sentence => TypeOrNone(sentence.ClaimType),
        sentence => sentence.ClaimType is null ? 1 - sentence.ClaimScore : sentence.ClaimScore);

    private static int? YesOrNo(bool? label) => label switch { null => null, true => 1, false => 0 };

    private static int TypeOrNone(Pipeline.BuildingBlocks.Papers.ClaimType? type) => type is { } known ? (int)known : Types.Length;

    private static string[] Names<T>()
        where T : struct, Enum
        => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}
