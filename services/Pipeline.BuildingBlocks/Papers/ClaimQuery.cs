namespace Pipeline.BuildingBlocks.Papers;

/// <summary>In which order claims come.</summary>
public enum ClaimOrder
{
    /// <summary>Of the paper last obtained first, then in order of appearance.</summary>
    Newest,

    /// <summary>Highest value first, of the quantities asked for; claims without one last. Holds what it has found in memory.</summary>
    Value,
}

/// <summary>Which claims to read. What asks about a number asks it of one and the same quantity of a claim.</summary>
public sealed record ClaimQuery
{
    /// <summary>Only claims whose quote has all of these words (whole words, case ignored); null asks for all.</summary>
    public string? Text { get; init; }

    /// <summary>Only claims of this type.</summary>
    public ClaimType? Type { get; init; }

    /// <summary>Only claims with a quantity of this metric, by <see cref="NameKey"/>.</summary>
    public string? Metric { get; init; }

    /// <summary>Only claims about this data set, by <see cref="NameKey"/>: a quantity says so, or the quote names it.</summary>
    public string? Dataset { get; init; }

    /// <summary>Only claims whose quote names this method, by <see cref="NameKey"/>.</summary>
    public string? Method { get; init; }

    /// <summary>Only claims with a quantity of at least this value.</summary>
    public double? MinValue { get; init; }

    /// <summary>Only claims with a quantity of at most this value.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Only claims with a quantity in this unit: <c>%</c>, <c>x</c>, or as the abstract writes it.</summary>
    public string? Unit { get; init; }

    /// <summary>Only claims with a quantity that changes this way.</summary>
    public QuantityDirection? Direction { get; init; }

    /// <summary>Only claims of at least this confidence.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Only claims that state what their paper concludes.</summary>
    public bool MainOnly { get; init; }

    /// <summary>Only claims of papers published on this day or later; without a known day, listed, else obtained. Days are UTC.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only claims of papers published on this day or before.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only claims that stand after this place in the order asked for; null begins with the first.</summary>
    public ClaimPlace? After { get; init; }

    /// <summary>Order of the claims.</summary>
    public ClaimOrder Order { get; init; }

    /// <summary>Most claims to read, from 1; null reads all.</summary>
    public int? Limit { get; init; }
}

/// <summary>A place among claims.</summary>
/// <param name="Paper">Where the claim's paper stands.</param>
/// <param name="Index">Which of its claims it is, from 0.</param>
public sealed record ClaimPlace(PaperPlace Paper, int Index)
{
    /// <summary>In the order <see cref="ClaimOrder.Value"/>, the claim's value; null when it has none, and in every other order.</summary>
    public double? Value { get; init; }
}
