using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Which of a paper's texts a piece of evidence stands in.</summary>
public enum TextPart
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The abstract.</summary>
    Abstract,
}

/// <summary>Words that speak for a topic.</summary>
public sealed record TopicEvidence
{
    /// <summary>First UTF-16 code unit in the text named by <see cref="In"/>.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The words, exactly as they stand there.</summary>
    public required string Text { get; init; }

    /// <summary>Which text.</summary>
    public required TextPart In { get; init; }

    /// <summary>How much the words added to the score; larger is more.</summary>
    public required double Weight { get; init; }
}

/// <summary>A topic assigned to a paper.</summary>
public sealed record TopicAssignment
{
    /// <summary>Id in the taxonomy, for example <c>cs.LG</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Words that carried it, strongest first.</summary>
    public required IReadOnlyList<TopicEvidence> Evidence { get; init; }
}

/// <summary>What the topic stage decides about one paper.</summary>
public sealed record TopicAnalysis
{
    /// <summary>True when nothing fits; then <see cref="Topics"/> is empty.</summary>
    [JsonPropertyOrder(-1)]
    public required bool Abstained { get; init; }

    /// <summary>Assigned topics, best first, ties by id.</summary>
    public required IReadOnlyList<TopicAssignment> Topics { get; init; }

    /// <summary>Phrases that say what the paper is about, best first; null where they were not looked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Keyphrase>? Keyphrases { get; init; }
}
