namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Which program, in which version, produced a section. Changes whenever equal input may give other output.</summary>
public sealed record StageVersion
{
    /// <summary>Name of the method, for example <c>cues</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its version, for example <c>1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Version of the taxonomy it assigns from, for example <c>arxiv/1</c>; null where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Taxonomy { get; init; }

    /// <summary>One short text that identifies it, for example <c>cues/1</c> or <c>terms/1+arxiv/1</c>.</summary>
    public override string ToString() => Taxonomy is null ? $"{Name}/{Version}" : $"{Name}/{Version}+{Taxonomy}";
}
