namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>All numbers of a <see cref="DiscourseModel"/>.</summary>
internal sealed record DiscourseWeights
{
    /// <summary>Hashes of the features, each once, ascending.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>A row of <see cref="FeatureTable.Columns"/> weights a feature: what goes to the context network, then what goes to the outputs.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>What one unit of each column is worth.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Weights of the first layer, the second, and the outputs: see <see cref="ContextNetwork"/>.</summary>
    public required float[] First { get; init; }

    /// <summary>Weights of the second layer.</summary>
    public required float[] Second { get; init; }

    /// <summary>Weights of the outputs.</summary>
    public required float[] Output { get; init; }

    /// <summary>Weights of the chains, one after the other: see <see cref="LabelChain"/>.</summary>
    public required float[] Chains { get; init; }

    /// <summary>Factor for the scores of each chain, which makes its probabilities true to the data that it was chosen on.</summary>
    public required float[] Sharpness { get; init; }

    /// <summary>From this probability on a sentence is a claim.</summary>
    public required float ClaimThreshold { get; init; }

    /// <summary>From this probability on a sentence states what the paper concludes.</summary>
    public required float MainThreshold { get; init; }
}
