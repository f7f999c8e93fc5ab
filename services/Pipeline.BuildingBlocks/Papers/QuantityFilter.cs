namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Decides which quantities a query asks for. Pure.</summary>
internal sealed class QuantityFilter(ClaimQuery query)
{
    private readonly string? _metric = KeyOf(query.Metric);
    private readonly string? _dataset = KeyOf(query.Dataset);
    private readonly string? _unit = UnitOf(query.Unit);
    private readonly bool _asksForNumber = query.Metric is not null || query.Unit is not null || query.Direction is not null
        || query.MinValue is not null || query.MaxValue is not null;

    /// <summary>Whether any quantity will do, and none as well.</summary>
    public bool AsksForNothing => !_asksForNumber && _dataset is null;

    /// <summary>Whether a claim without a number will do when it names the data set.</summary>
    public bool AsksOnlyForDataset => !_asksForNumber && _dataset is not null;

    /// <summary>Whether the claim's quote names the data set asked for.</summary>
    public bool NamesDataset(Claim claim) => claim.Names?.Datasets.Any(name => NameKey.Of(name.Text) == _dataset) ?? false;

    /// <summary>Whether a quantity is everything that is asked for at once.</summary>
    public bool Fits(Quantity quantity, Claim claim)
        => (query.Direction is not { } direction || quantity.Direction == direction)
            && (_unit is null || UnitOf(quantity.Unit) == _unit)
            && (_metric is null || KeyOf(quantity.Metric) == _metric)
            && FitsDataset(quantity, claim)
            && ((query.MinValue is null && query.MaxValue is null) || Values(quantity).Any());

    /// <summary>The values of a quantity that lie where they should; the error of a measured value is none.</summary>
    public IEnumerable<double> Values(Quantity quantity)
        => quantity.Values.Take(quantity.Kind == QuantityKind.Tolerance ? 1 : int.MaxValue)
            .Where(value => !(value < query.MinValue) && !(value > query.MaxValue));

    // A number without a data set of its own may belong to any that its sentence names.
    private bool FitsDataset(Quantity quantity, Claim claim)
        => _dataset is null || (quantity.Dataset is { } own ? NameKey.Of(own) == _dataset : NamesDataset(claim));

    private static string? KeyOf(string? name) => name is null ? null : NameKey.Of(name);

    private static string? UnitOf(string? unit) => unit?.Trim().ToLowerInvariant() switch
    {
        "percent" or "percentage points" or "points" or "pp" => "%",
        "times" or "×" or "fold" => "x",
        var other => other,
    };
}
