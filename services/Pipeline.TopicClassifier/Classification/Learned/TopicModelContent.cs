namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>The numbers of a model, as they stand in its file.</summary>
internal sealed record TopicModelContent
{
    /// <summary>Name of the taxonomy.</summary>
    public required string Taxonomy { get; init; }

    /// <summary>Ids of topics.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Log-odds of each topic that a weight of 1 is worth.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Log-odds of each topic before anything is read.</summary>
    public required float[] Biases { get; init; }

    /// <summary>Score from which on each topic is assigned, 0 to 1.</summary>
    public required float[] Thresholds { get; init; }

    /// <summary>Hashes of the n-grams, ascending.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>How much each n-gram says by being rare, above 0.</summary>
    public required Half[] Rarities { get; init; }

    /// <summary>Whether each n-gram reads well as evidence: neither its first nor its last word is a mere function word or number.</summary>
    public required bool[] Readable { get; init; }

    /// <summary>One for each n-gram and topic, in the order of n-grams.</summary>
    public required sbyte[] Weights { get; init; }
}
