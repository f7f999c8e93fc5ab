using System.Globalization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Collects the claims of one abstract and keeps their ids apart.</summary>
internal sealed class ClaimList(string paperId, string text)
{
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The claims, in order of appearance.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>Adds the sentence when it is a claim.</summary>
    public void AddIfClaim(Sentence sentence, IReadOnlyList<Quantity> quantities)
    {
        if (sentence.ClaimType is not { } type)
        {
            return;
        }

        var claim = Claim.From(paperId, text, new(sentence.Start, sentence.End), type, sentence.ClaimScore, quantities);
        var repetition = _seen.GetValueOrDefault(claim.Id);
        _seen[claim.Id] = repetition + 1;
        _claims.Add(repetition == 0 ? claim : claim with { Id = IdOfRepetition(claim, repetition) });
    }

    // The same words again are another claim; its place among the repetitions tells it from the first.
    private string IdOfRepetition(Claim claim, int repetition)
        => DeterministicId.From(paperId, "claim", claim.Type.ToString(), claim.Text, repetition.ToString(CultureInfo.InvariantCulture)).ToString("N");
}
