namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Which failed messages are meant; what is null or empty narrows nothing.</summary>
public sealed record FailureQuery
{
    /// <summary>Keys; empty for any.</summary>
    public IReadOnlyList<Guid> Ids { get; init; } = [];

    /// <summary>States; empty for any.</summary>
    public IReadOnlyList<FailureState> States { get; init; } = [];

    /// <summary>The stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Kind of failure.</summary>
    public FailureCause? Cause { get; init; }

    /// <summary>Text within <see cref="FailedMessage.Group"/>, letter by letter.</summary>
    public string? Words { get; init; }

    /// <summary>Only messages that last failed before this.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>Failed messages of one stage and cause.</summary>
public sealed record FailureGroup
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Kind of failure.</summary>
    public required FailureCause Cause { get; init; }

    /// <summary>What they have in common.</summary>
    public required string Group { get; init; }

    /// <summary>What becomes of them.</summary>
    public required FailureState State { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>When the first of them first failed.</summary>
    public required DateTimeOffset Oldest { get; init; }

    /// <summary>When the last of them last failed.</summary>
    public required DateTimeOffset Newest { get; init; }

    /// <summary>Key of one of them: the least as text.</summary>
    public required Guid Example { get; init; }
}
