using Pipeline.BuildingBlocks.Papers;
using Pipeline.Learning.Evaluation;
using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Tests.Evaluation;

/// <summary>Labelled sentences with invented answers: one letter a sentence.</summary>
internal static class Judged
{
    /// <summary>An abstract of as many sentences as there are labels, each of one letter and a stop.</summary>
    public static LabelledAbstract Abstract(string id, params LabelledSentence[] labels)
    {
        var text = string.Join(' ', labels.Select((_, index) => $"{(char)('a' + index)}."));
        return new(id, [.. labels.Select((label, index) => label with { Span = new(index * 3, (index * 3) + 2) })]) { Text = text, IsSplit = true };
    }

    public static JudgedFile File(LabelledAbstract gold, params Sentence[] answers) => File(gold, [], answers);

    public static JudgedFile File(LabelledAbstract gold, IReadOnlyList<LabelledAbstract> training, params Sentence[] answers)
        => new(1, [.. JudgedSentence.Of(gold, _ => [.. answers.Select((answer, index) => answer with { Start = index * 3, End = (index * 3) + 2 })])], training);

    public static LabelledSentence Role(SentenceRole role, double? confidence = null) => new(default) { Role = role, Confidence = confidence };

    public static LabelledSentence Claim(ClaimType? type, bool main = false) => new(default) { Claim = type is not null, ClaimType = type, MainClaim = main };

    public static Sentence Answer(
        SentenceRole role = SentenceRole.Other, double roleScore = 1, ClaimType? type = null, double claimScore = 0, bool main = false, double mainScore = 0) => new()
        {
            Start = 0,
            End = 0,
            Role = role,
            RoleScore = roleScore,
            Claim = type is not null,
            ClaimScore = claimScore,
            ClaimType = type,
            MainClaim = main,
            MainClaimScore = mainScore,
        };
}
