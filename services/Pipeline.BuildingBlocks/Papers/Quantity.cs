using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>A number that the abstract reports, and what it is about.</summary>
/// <remarks>Only <see cref="From"/> makes one, by cutting it and its parties out of the abstract; nothing changes it afterwards.</remarks>
public sealed record Quantity
{
    // Readers of stored quantities come in here: the abstract is not at hand, so what can be checked without it is.
    [JsonConstructor]
    private Quantity(
        int start,
        int end,
        string text,
        IReadOnlyList<double> values,
        double? low,
        double? high,
        string? unit,
        QuantityKind kind,
        QuantityDirection direction,
        string? metric,
        string? baseline,
        string? dataset,
        string? entity,
        double confidence,
        IReadOnlyDictionary<string, TextSpan>? spans)
    {
        (Start, End, Text) = (start, end, Slice.Checked("quantity", start, end, text));
        (Values, Low, High, Unit) = (values, low, high, unit);
        (Kind, Direction, Confidence) = (kind, direction, confidence);
        Spans = spans ?? new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
        Metric = Party(QuantityParties.Metric, metric);
        Baseline = Party(QuantityParties.Baseline, baseline);
        Dataset = Party(QuantityParties.Dataset, dataset);
        Entity = Party(QuantityParties.Entity, entity);
    }

    /// <summary>First UTF-16 code unit in the abstract.</summary>
    [JsonInclude]
    [JsonRequired]
    public int Start { get; private init; }

    /// <summary>One past the last code unit.</summary>
    [JsonInclude]
    [JsonRequired]
    public int End { get; private init; }

    /// <summary>The words, exactly as they stand there, for example <c>up to 3.67times</c>.</summary>
    [JsonInclude]
    [JsonRequired]
    public string Text { get; private init; }

    /// <summary>The numbers in it, in order; in the unit of <see cref="Unit"/>.</summary>
    [JsonInclude]
    [JsonRequired]
    public IReadOnlyList<double> Values { get; private init; }

    /// <summary>Lower end of a range or tolerance; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Low { get; }

    /// <summary>Upper end of a range or tolerance; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? High { get; }

    /// <summary><c>%</c>, <c>x</c>, a unit as written, or null for a bare number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Unit { get; }

    /// <summary>How the number is meant.</summary>
    [JsonInclude]
    [JsonRequired]
    public QuantityKind Kind { get; private init; }

    /// <summary>Which way a stated change goes.</summary>
    [JsonInclude]
    [JsonRequired]
    public QuantityDirection Direction { get; private init; }

    /// <summary>What was measured, in the words of the abstract; null where it does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Metric { get; }

    /// <summary>What it is compared with; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Baseline { get; }

    /// <summary>Data set or benchmark; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Dataset { get; }

    /// <summary>What the number belongs to; null where the abstract does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Entity { get; }

    /// <summary>Confidence, 0 to 1.</summary>
    [JsonInclude]
    [JsonRequired]
    public double Confidence { get; private init; }

    /// <summary>Where metric, baseline, dataset and entity stand in the abstract, by those names; only those that were found.</summary>
    public IReadOnlyDictionary<string, TextSpan> Spans { get; }

    /// <summary>Cuts a quantity and its parties out of the abstract that reports it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span does not lie in the abstract.</exception>
    public static Quantity From(string @abstract, TextSpan span, in QuantityFacts facts)
    {
        var spans = facts.PartySpans();
        return new(
            span.Start, span.End, span.Of(@abstract), facts.Values, facts.Low, facts.High, facts.Unit, facts.Kind, facts.Direction,
            facts.Metric?.Of(@abstract), facts.Baseline?.Of(@abstract), facts.Dataset?.Of(@abstract), facts.Entity?.Of(@abstract),
            facts.Confidence, spans);
    }

    private string? Party(string name, string? words)
        => !Spans.TryGetValue(name, out var span) ? words
            : words is not null && words.Length == span.Length ? words
            : throw new JsonException($"The {name} of a quantity has {words?.Length ?? 0} characters, not the {span.Length} of its span.");
}
