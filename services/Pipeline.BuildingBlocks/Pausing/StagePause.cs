namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>A stage that a person has paused.</summary>
public sealed record StagePause
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>What is paused.</summary>
    public required PipelineStage Stage { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Who paused it: user and machine.</summary>
    public required string By { get; init; }

    /// <summary>Why; null when nobody said.</summary>
    public string? Reason { get; init; }
}
