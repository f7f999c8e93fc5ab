using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Words of a text and where they stand in it. Only <see cref="From"/> makes one, so they are what stands there.</summary>
public sealed record Quote
{
    // Readers of stored quotes come in here: the text is not at hand, so what can be checked without it is.
    [JsonConstructor]
    private Quote(int start, int end, string text)
    {
        Text = Slice.Checked("quote", start, end, text);
        Start = start;
        End = end;
    }

    /// <summary>First UTF-16 code unit.</summary>
    [JsonInclude]
    [JsonRequired]
    public int Start { get; private init; }

    /// <summary>One past the last code unit.</summary>
    [JsonInclude]
    [JsonRequired]
    public int End { get; private init; }

    /// <summary>The words, exactly as they stand there.</summary>
    [JsonInclude]
    [JsonRequired]
    public string Text { get; private init; }

    /// <summary>Of a name, the <see cref="NameKey"/> under which its spellings meet; null for other words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>Of an address, what its sentence says is there; null for other words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UrlKind? Kind { get; init; }

    /// <summary>Cuts a quote out of a text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public static Quote From(string text, TextSpan span) => new(span.Start, span.End, span.Of(text));
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
