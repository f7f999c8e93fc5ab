namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Decides which claims a query asks for; both stores go by it. Pure.</summary>
public sealed class ClaimFilter
{
    private readonly ClaimQuery _query;
    private readonly IReadOnlyList<string> _words;
    private readonly QuantityFilter _quantities;
    private readonly string? _method;

    /// <summary>Prepares the query, so that names and words are cut once.</summary>
    public ClaimFilter(ClaimQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        _query = query;
        _words = SearchWords.Of(query.Text);
        _quantities = new(query);
        _method = query.Method is { } method ? NameKey.Of(method) : null;
    }

    /// <summary>The claims of a paper that the query asks for, in order of appearance.</summary>
    public IEnumerable<ClaimHit> Hits(ClaimingPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Day < _query.Since || paper.Day > _query.Until ? [] : paper.Claims.Index()
            .Where(at => !IsBefore(paper, at.Index) && (!_query.MainOnly || paper.MainStarts.Contains(at.Item.Start)) && Fits(at.Item))
            .Select(at => HitOf(paper, at.Item, at.Index));
    }

    /// <summary>The quantities of a claim that the query asks for; all when it asks for none in particular.</summary>
    public IEnumerable<Quantity> Quantities(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Quantities.Where(quantity => _quantities.Fits(quantity, claim));
    }

    /// <summary>The highest value of those; null when there is none.</summary>
    public double? Value(Claim claim)
        => Quantities(claim).SelectMany(_quantities.Values).Select(value => (double?)value).Max();

    // The store begins with the paper at the place: only some of its claims have been read.
    private bool IsBefore(ClaimingPaper paper, int index)
        => _query is { Order: ClaimOrder.Newest, After: { } after } && index <= after.Index && paper.Id == after.Paper.PaperId && paper.ObservedAt == after.Paper.ObservedAt;

    private bool Fits(Claim claim)
        => (_query.Type is not { } type || claim.Type == type)
            && !(claim.Confidence < _query.MinConfidence)
            && SearchWords.AreIn(claim.Text, _words)
            && (_method is null || NamesMethod(claim))
            && (_quantities.AsksForNothing
                || claim.Quantities.Any(quantity => _quantities.Fits(quantity, claim))
                || (_quantities.AsksOnlyForDataset && _quantities.NamesDataset(claim)));

    private bool NamesMethod(Claim claim)
        => (claim.Names?.Methods.Any(name => NameKey.Of(name.Text) == _method) ?? false)
            || claim.Quantities.Any(quantity => MethodOf(quantity) is { } method && NameKey.Of(method) == _method);

    /// <summary>What a measured number belongs to. What is counted is a thing, no method.</summary>
    internal static string? MethodOf(Quantity quantity) => quantity.Kind == QuantityKind.Count ? null : quantity.Entity;

    private static ClaimHit HitOf(ClaimingPaper paper, Claim claim, int index) => new()
    {
        PaperId = paper.Id,
        Title = paper.Title,
        PublishedAt = paper.PublishedAt,
        Revision = paper.Revision,
        Extractor = paper.Version,
        Main = paper.MainStarts.Contains(claim.Start),
        Claim = claim,
        Place = new(new(paper.ObservedAt, paper.Id), index),
    };
}
