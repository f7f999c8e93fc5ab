using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Sources;

/// <summary>Why a run was started.</summary>
public enum RunCause
{
    /// <summary>Its source's schedule.</summary>
    Schedule,

    /// <summary>A person.</summary>
    Manual,

    /// <summary>A backfill.</summary>
    Backfill,
}

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>Waits to be dispatched, or dispatched again; due at <see cref="FetchRun.DueAt"/>.</summary>
    Waiting,

    /// <summary>A Fetcher works on it, and keeps moving <see cref="FetchRun.DueAt"/> ahead.</summary>
    Running,

    /// <summary>Everything the source gave is in the archive.</summary>
    Done,

    /// <summary>Given up; <see cref="FetchRun.Reason"/> says why.</summary>
    Failed,
}

/// <summary>One fetch of a source, over one or more deliveries of <c>FetchSource</c>.</summary>
public sealed record FetchRun
{
    /// <summary>Key. For a slot or a part of a backfill it is derived from that, so that it can be created only once.</summary>
    public required Guid Id { get; init; }

    /// <summary>The source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Why it was started.</summary>
    public required RunCause Cause { get; init; }

    /// <summary>The time of the schedule that it is for; null unless <see cref="Cause"/> is the schedule.</summary>
    public DateTimeOffset? Slot { get; init; }

    /// <summary>The backfill it belongs to; null when there is none.</summary>
    public Guid? BackfillId { get; init; }

    /// <summary>First day asked for; null for a source that is not asked by day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day asked for, not before <see cref="From"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How far it has come.</summary>
    public RunState State { get; init; }

    /// <summary>When it was created, in UTC, whole milliseconds, as all times here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is to be dispatched (again), unless it has ended.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>
    /// Until when a message leaves it alone: a Fetcher has it in hand, or it was put off, and the message is one too many.
    /// Null when it is free.
    /// </summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where the next delivery goes on, in the words of its kind of source; null at the beginning. At most 64,000 characters.</summary>
    public string? Cursor { get; init; }

    /// <summary>Answers archived so far.</summary>
    public int Pages { get; init; }

    /// <summary>Of these, answers that were the same as last time.</summary>
    public int Unchanged { get; init; }

    /// <summary>Deliveries that ended in a failure, in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed, or what it waits for; one line. Null when all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>Counts the writes; guards them against each other: two messages of one run may be worked on at once.</summary>
    public int Sequence { get; init; }

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool HasEnded => State is RunState.Done or RunState.Failed;

    /// <summary>Longest <see cref="Cursor"/>, in UTF-16 code units.</summary>
    public const int MaxCursorLength = 64_000;
}
