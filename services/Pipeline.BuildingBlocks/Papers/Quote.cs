using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Words of a text and where they stand in it.</summary>
public sealed record Quote
{
    /// <summary>First UTF-16 code unit.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words, exactly as they stand there.</summary>
    public required string Text { get; init; }

    /// <summary>Of a name, the <see cref="NameKey"/> under which its spellings meet; null for other words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>Of an address, what its sentence says is there; null for other words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UrlKind? Kind { get; init; }

    /// <summary>Cuts a quote out of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public static Quote From(string text, TextSpan span)
        => new() { Start = span.Start, End = span.End, Text = span.Of(text) };
}

/// <summary>What an address leads to, as far as the text says.</summary>
public enum UrlKind
{
    /// <summary>Source code.</summary>
    Code,

    /// <summary>Data sets and benchmarks.</summary>
    Data,

    /// <summary>Pages, demonstrations, models, or unsaid.</summary>
    Other,
}
