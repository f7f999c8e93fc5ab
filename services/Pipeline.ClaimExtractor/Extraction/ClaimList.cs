using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Collects the claims of one abstract and keeps their ids apart.</summary>
/// <param name="paperId">Key of the paper.</param>
/// <param name="text">The abstract.</param>
/// <param name="methods">The methods it names, in order of appearance.</param>
internal sealed class ClaimList(string paperId, string text, IReadOnlyList<Quote> methods)
{
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<(ClaimType Type, string Quote), int> _seen = [];
    private int _method;

    /// <summary>The claims, in order of appearance.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>Adds the sentence when it is a claim; sentences come in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="quantities">The numbers in it.</param>
    /// <param name="datasets">The data sets named in it.</param>
    public void AddIfClaim(Sentence sentence, IReadOnlyList<Quantity> quantities, IReadOnlyList<Quote> datasets)
    {
        if (sentence.ClaimType is not { } type)
        {
            return;
        }

        var own = MethodsIn(sentence);
        var names = own.Count + datasets.Count == 0 ? null : new Names { Methods = own, Datasets = datasets };
        var key = (type, text[sentence.Start..sentence.End]);
        var repetition = _seen.GetValueOrDefault(key);
        _seen[key] = repetition + 1;
        _claims.Add(Claim.From(paperId, text, new(sentence.Start, sentence.End), type, sentence.ClaimScore, quantities, names, repetition));
    }

    // Methods and sentences both come in order: each method is passed once.
    private List<Quote> MethodsIn(Sentence sentence)
    {
        var inside = new List<Quote>();
        for (; _method < methods.Count && methods[_method].End <= sentence.End; _method++)
        {
            if (methods[_method].Start >= sentence.Start)
            {
                inside.Add(methods[_method]);
            }
        }

        return inside;
    }
}
