namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How a stage came to a result: what a paper's timeline keeps of it, beside the result.</summary>
public sealed record StageAttempt
{
    /// <summary>Time the stage worked on this paper, in ms; null where it was not measured.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The trace it belongs to; null without one.</summary>
    public string? TraceId { get; init; }

    /// <summary>The reprocess run that asked for it; null when none did.</summary>
    public string? RunId { get; init; }
}
