namespace Pipeline.Learning.Discourse;

/// <summary>How a network learns.</summary>
internal sealed record DiscourseSettings
{
    /// <summary>Whether it has the layers that see the neighbours, or only the linear part.</summary>
    public bool Context { get; init; } = true;

    /// <summary>Passes over all abstracts.</summary>
    public int Passes { get; init; } = 6;

    /// <summary>Last passes after which the weights are taken into the average that is the result.</summary>
    public int Averaged { get; init; } = 1;

    /// <summary>Abstracts a step.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Rate of the rows of features.</summary>
    public float TableRate { get; init; } = 0.1f;

    /// <summary>Rate of everything else.</summary>
    public float Rate { get; init; } = 0.002f;

    /// <summary>By what share rows of features shrink in a step of rate 1.</summary>
    public float TableDecay { get; init; } = 1e-5f;

    /// <summary>The same for the layers.</summary>
    public float Decay { get; init; } = 1e-3f;

    /// <summary>Share of features left out.</summary>
    public float DropFeatures { get; init; } = 0.4f;

    /// <summary>Share of the inputs of the layers left out.</summary>
    public float DropInputs { get; init; } = 0.2f;

    /// <summary>Share of the values inside the layers left out.</summary>
    public float DropHidden { get; init; } = 0.3f;
}
