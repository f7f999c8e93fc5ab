using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Quantities;

/// <summary>
/// Reads labelled quantities: texts with annotations (of which those of type <c>Quantity</c> count, of all sets together), or
/// abstracts with quantities. Labels without their abstract take it from another file.
/// </summary>
public static class QuantityGold
{
    /// <summary>Reads all texts of a file, in order.</summary>
    /// <param name="path">The labels.</param>
    /// <param name="textsPath">JSON Lines with <c>id</c> and <c>abstract</c>, gzipped or not; null when the labels hold their texts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="GoldFileException">A file cannot be read, or a label does not fit its text.</exception>
    public static async Task<IReadOnlyList<GoldText>> ReadAsync(string path, string? textsPath, CancellationToken cancellationToken)
    {
        var lines = new List<QuantityGoldLine>();
        await foreach (var line in GoldFile.ReadAsync<QuantityGoldLine>(path, cancellationToken))
        {
            lines.Add(line);
        }

        var wanted = lines.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var texts = textsPath is null ? [] : await AbstractFile.ReadAsync(textsPath, wanted, cancellationToken);
        return [.. lines.Select(line => Read(path, line, texts))];
    }

    private static GoldText Read(string path, QuantityGoldLine line, Dictionary<string, string> texts)
    {
        var text = line.Abstract ?? line.Text ?? texts.GetValueOrDefault(line.Id)
            ?? throw new GoldFileException($"{path}: no text for {line.Id}; name the file that holds it with --texts.", null);
        var quantities = line.Annotations is { } annotations
            ? annotations.Where(annotation => annotation.Type == "Quantity").Select(annotation => annotation.ToGold())
            : (line.Quantities ?? []).Select(label => label.ToGold(text));
        var ordered = quantities.DistinctBy(quantity => (quantity.Start, quantity.End)).OrderBy(quantity => quantity.Start).ThenBy(quantity => quantity.End).ToList();
        return ordered.TrueForAll(quantity => quantity.Start >= 0 && quantity.Start < quantity.End && quantity.End <= text.Length)
            ? new(line.Id, text, ordered, line.Annotations is null)
            : throw new GoldFileException($"{path}: a span of {line.Id} lies outside its text.", null);
    }
}

/// <summary>One line of either form.</summary>
internal sealed record QuantityGoldLine(string Id)
{
    public string? Text { get; init; }

    public string? Abstract { get; init; }

    public IReadOnlyList<QuantityAnnotation>? Annotations { get; init; }

    public IReadOnlyList<QuantityLabel>? Quantities { get; init; }
}

/// <summary>An annotation of a text; only quantities have a unit.</summary>
internal sealed record QuantityAnnotation(string Type, int Start, int End)
{
    public QuantityAnnotationDetails? Other { get; init; }

    public GoldQuantity ToGold() => new() { Start = Start, End = End, Unit = Other?.Unit };
}

/// <summary>What an annotation says beyond its span.</summary>
internal sealed record QuantityAnnotationDetails
{
    public string? Unit { get; init; }
}

/// <summary>A label of our own form. What it is about is a span, or the words themselves.</summary>
internal sealed record QuantityLabel(int Start, int End)
{
    public IReadOnlyList<double>? Values { get; init; }

    public string? Unit { get; init; }

    public string? Kind { get; init; }

    public string? Direction { get; init; }

    public JsonElement Metric { get; init; }

    public JsonElement Baseline { get; init; }

    public JsonElement Dataset { get; init; }

    public JsonElement Entity { get; init; }

    public GoldQuantity ToGold(string text) => new()
    {
        Start = Start,
        End = End,
        Values = Values,
        Unit = Unit,
        Kind = Enum.TryParse<QuantityKind>(Kind, ignoreCase: true, out var kind) ? kind : null,
        Direction = Enum.TryParse<QuantityDirection>(Direction, ignoreCase: true, out var direction) ? direction : null,
        Metric = Words(Metric, text),
        Baseline = Words(Baseline, text),
        Dataset = Words(Dataset, text),
        Entity = Words(Entity, text),
    };

    private static string? Words(JsonElement value, string text) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() == 2 => text[value[0].GetInt32()..value[1].GetInt32()],
        _ => null,
    };
}
