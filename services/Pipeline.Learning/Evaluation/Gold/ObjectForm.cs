using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>An abstract with its sentences as <c>try claims</c> writes them; labels that nobody gave may be missing.</summary>
internal sealed record ObjectForm(string Abstract, IReadOnlyList<ObjectForm.SentenceForm> Sentences, string? Id = null, string? Title = null, string? Part = null)
{
    public LabelledAbstract ToAbstract()
    {
        var result = new LabelledAbstract(Id, LabelOrder.Checked([.. Sentences.Select(Label)])) { Part = Part, Title = Title ?? "", Text = Abstract };
        return result.SentencesLieInText ? result : throw new JsonException("A sentence does not lie in the abstract, or has no words.");
    }

    // A claim without a type could not be told from one whose type was forgotten.
    private static LabelledSentence Label(SentenceForm? sentence)
        => sentence is not null && (sentence.ClaimType is not null) == (sentence.Claim ?? false)
            ? new(new(sentence.Start, sentence.End))
            {
                Role = sentence.Role,
                Claim = sentence.Claim,
                ClaimType = sentence.ClaimType,
                MainClaim = sentence.MainClaim,
            }
            : throw new JsonException("A sentence has a \"claimType\" exactly when \"claim\" is true.");

    internal sealed record SentenceForm(int Start, int End, SentenceRole? Role = null, bool? Claim = null, ClaimType? ClaimType = null, bool? MainClaim = null);
}
