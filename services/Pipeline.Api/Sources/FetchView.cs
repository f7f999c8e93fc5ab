using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Sources;

/// <summary>One fetch of a source, without what only the workers need.</summary>
public sealed record FetchView
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Why it was started.</summary>
    public required RunCause Cause { get; init; }

    /// <summary>First day asked for; null for a source that is not asked by day.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day asked for.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunState State { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Answers archived so far.</summary>
    public required int Pages { get; init; }

    /// <summary>Why it failed, or what it waits for; null when all is well.</summary>
    public required string? Reason { get; init; }

    /// <summary>What is shown of a fetch.</summary>
    public static FetchView Of(FetchRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new()
        {
            Id = run.Id,
            SourceId = run.SourceId,
            Cause = run.Cause,
            From = run.From,
            To = run.To,
            State = run.State,
            CreatedAt = run.CreatedAt,
            EndedAt = run.EndedAt,
            Pages = run.Pages,
            Reason = run.Reason,
        };
    }
}
