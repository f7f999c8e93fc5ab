namespace Pipeline.BuildingBlocks.Sources;

/// <summary>How far a backfill has come.</summary>
public enum BackfillState
{
    /// <summary>It goes on part by part.</summary>
    Running,

    /// <summary>Every day was asked for.</summary>
    Done,

    /// <summary>Stopped by a person; the same command goes on.</summary>
    Cancelled,
}

/// <summary>A request to fetch the past of a source, worked off in parts that each are one run.</summary>
public sealed record Backfill
{
    /// <summary>Key, derived from source and days: asking for the same again goes on with the same.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, not before <see cref="From"/>.</summary>
    public required DateOnly To { get; init; }

    /// <summary>First day not yet asked for; after <see cref="To"/> when there is none.</summary>
    public required DateOnly Next { get; init; }

    /// <summary>The run under way; null when none is.</summary>
    public Guid? RunId { get; init; }

    /// <summary>How far it has come.</summary>
    public BackfillState State { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Runs that failed; their days stay uncovered.</summary>
    public int Failed { get; init; }

    /// <summary>How often it was begun, from 1: a backfill asked for again after its end asks the uncovered days once more.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Whether days are asked for although they are covered already.</summary>
    public bool Again { get; init; }

    /// <summary>Counts the writes; guards them against each other.</summary>
    public int Sequence { get; init; }
}
