namespace Pipeline.TopicClassifier.Classification;

/// <summary>A topic of a taxonomy: what it is called, where it belongs, and which terms speak for it.</summary>
public sealed record TopicDefinition
{
    /// <summary>Stable id, for example <c>cs.LG</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Name { get; init; }

    /// <summary>What the topic is about, in one line.</summary>
    public required string Description { get; init; }

    /// <summary>Id of the topic it belongs to; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Other names a person or a source may use for it; no two topics share one, by <see cref="TopicKey"/>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Log-odds of the topic before any term is seen, -20 to 20. Unused by a topic without terms.</summary>
    public double Prior { get; init; }

    /// <summary>Terms that speak for it. Empty for a group, and for a topic that only a learned model assigns.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; init; } = [];
}

/// <summary>A word or phrase that speaks for a topic.</summary>
/// <param name="Text">One to six words; plural and singular are the same, and so are a space and a hyphen.</param>
/// <param name="Weight">Log-odds added by one mention in the abstract; above 0, at most 10.</param>
public sealed record WeightedTerm(string Text, double Weight);
