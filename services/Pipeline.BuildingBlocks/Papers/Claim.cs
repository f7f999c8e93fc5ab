using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Something the authors put forward, with the exact words that say so.</summary>
/// <remarks>Only <see cref="From"/> makes one, by cutting it out of the abstract; nothing changes it afterwards.</remarks>
public sealed record Claim
{
    // Readers of stored claims come in here: the abstract is not at hand, so what can be checked without it is.
    [JsonConstructor]
    private Claim(
        string id, ClaimType type, int start, int end, string text, double confidence, IReadOnlyList<Quantity>? quantities, Names? names)
    {
        Id = id;
        Type = type;
        Start = start;
        End = end;
        Text = Slice.Checked("claim", start, end, text);
        Confidence = confidence;
        Quantities = quantities ?? [];
        Names = names is { Methods: [], Datasets: [], Metrics: [] } ? null : names;
        CheckParts();
    }

    /// <summary>Deterministic: the same paper, type and quote always give the same id.</summary>
    [JsonInclude]
    [JsonRequired]
    public string Id { get; private init; }

    /// <summary>Kind of assertion.</summary>
    [JsonInclude]
    [JsonRequired]
    public ClaimType Type { get; private init; }

    /// <summary>First UTF-16 code unit in the abstract.</summary>
    [JsonInclude]
    [JsonRequired]
    public int Start { get; private init; }

    /// <summary>One past the last code unit.</summary>
    [JsonInclude]
    [JsonRequired]
    public int End { get; private init; }

    /// <summary>The evidence: the abstract's own words from <see cref="Start"/> to <see cref="End"/>.</summary>
    [JsonInclude]
    [JsonRequired]
    public string Text { get; private init; }

    /// <summary>Confidence, 0 to 1.</summary>
    [JsonInclude]
    [JsonRequired]
    public double Confidence { get; private init; }

    /// <summary>The numbers inside the quote.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The names inside the quote; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Names? Names { get; }

    /// <summary>Cuts a claim out of the abstract it is made in.</summary>
    /// <param name="paperId">Key of the paper.</param>
    /// <param name="abstract">The abstract.</param>
    /// <param name="span">Where the claim stands in it.</param>
    /// <param name="type">Kind of assertion.</param>
    /// <param name="confidence">From 0 to 1.</param>
    /// <param name="quantities">The numbers inside the span.</param>
    /// <param name="names">The names inside the span; null for none.</param>
    /// <param name="repetition">How many claims of the same type and words come before it in the paper; tells their ids apart.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the abstract.</exception>
    /// <exception cref="System.Text.Json.JsonException">A quantity or name does not stand inside the span.</exception>
    public static Claim From(
        string paperId,
        string @abstract,
        TextSpan span,
        ClaimType type,
        double confidence,
        IReadOnlyList<Quantity> quantities,
        Names? names = null,
        int repetition = 0)
    {
        var quote = span.Of(@abstract);
        return new(IdOf(paperId, type, quote, repetition), type, span.Start, span.End, quote, confidence, quantities, names);
    }

    // The same words again are another claim; its place among the repetitions tells it from the first.
    private static string IdOf(string paperId, ClaimType type, string quote, int repetition)
    {
        var id = repetition == 0
            ? DeterministicId.From(paperId, "claim", type.ToString(), quote)
            : DeterministicId.From(paperId, "claim", type.ToString(), quote, repetition.ToString(CultureInfo.InvariantCulture));
        return id.ToString("N");
    }

    private void CheckParts()
    {
        foreach (var quantity in Quantities)
        {
            Slice.CheckInside("quantity", quantity.Start, quantity.End, quantity.Text, Start, Text);
        }

        CheckNames(Names?.Methods);
        CheckNames(Names?.Datasets);
        CheckNames(Names?.Metrics);
    }

    private void CheckNames(IReadOnlyList<Quote>? names)
    {
        foreach (var name in names ?? [])
        {
            Slice.CheckInside("name", name.Start, name.End, name.Text, Start, Text);
        }
    }
}
