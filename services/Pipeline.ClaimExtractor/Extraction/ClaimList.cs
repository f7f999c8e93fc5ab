using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Collects the claims of one abstract and keeps their ids apart.</summary>
/// <param name="paperId">Key of the paper.</param>
/// <param name="text">The abstract.</param>
internal sealed class ClaimList(string paperId, string text)
{
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<(ClaimType Type, string Quote), int> _seen = [];

    /// <summary>The claims, in order of appearance.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>Adds the sentence when it is a claim.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quantities">The numbers in it.</param>
    /// <param name="names">What it names; null for nothing.</param>
    public void AddIfClaim(Sentence sentence, IReadOnlyList<Quantity> quantities, Names? names)
    {
        if (sentence.ClaimType is not { } type)
        {
            return;
        }

        var key = (type, text[sentence.Start..sentence.End]);
        var repetition = _seen.GetValueOrDefault(key);
        _seen[key] = repetition + 1;
        _claims.Add(Claim.From(paperId, text, new(sentence.Start, sentence.End), type, sentence.ClaimScore, quantities, names, repetition));
    }
}
