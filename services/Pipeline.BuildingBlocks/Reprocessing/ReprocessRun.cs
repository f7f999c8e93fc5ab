using System.Text.Json.Serialization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Reprocessing;

/// <summary>How far a run has come.</summary>
public enum ReprocessState
{
    /// <summary>It goes on, a few papers at a time.</summary>
    Running,

    /// <summary>A person stopped it for a while; papers on their way to the stage are still done.</summary>
    Paused,

    /// <summary>A person stopped it for good.</summary>
    Cancelled,

    /// <summary>Every paper was done.</summary>
    Done,

    /// <summary>Given up; <see cref="ReprocessRun.Reason"/> says why.</summary>
    Failed,
}

/// <summary>Papers done again by one stage: a document with all that is needed to go on after any process has died.</summary>
public sealed record ReprocessRun
{
    /// <summary>Most keys in <see cref="FailedIds"/>.</summary>
    public const int MaxFailedIds = 100;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which papers, and which stage does them again.</summary>
    public required PaperSelection Selection { get; init; }

    /// <summary>The version that the stage is expected to have; a paper that has it at its current revision is done.</summary>
    public required StageVersion Target { get; init; }

    /// <summary>Whether results are compared and not written.</summary>
    public bool Shadow { get; init; }

    /// <summary>How far it has come.</summary>
    public ReprocessState State { get; init; }

    /// <summary>Why it failed; one line. Null when all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was asked for, in UTC, whole milliseconds, as all times here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its first papers were taken in hand; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When a stage last did a paper of it; null before the first.</summary>
    public DateTimeOffset? ProgressAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Key of the last paper that was taken in hand; the next ones come after it. Null at the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether no paper comes after <see cref="Cursor"/>.</summary>
    public bool AllTaken { get; init; }

    /// <summary>Papers on their way to the stage, by key; what they had before is kept apart (<see cref="KeptDigest"/>).</summary>
    public IReadOnlyList<ReprocessItem> InFlight { get; init; } = [];

    /// <summary>Papers by what became of them.</summary>
    public ReprocessCounts Counts { get; init; } = new();

    /// <summary>Keys of the first papers that failed, in the order in which they did.</summary>
    public IReadOnlyList<string> FailedIds { get; init; } = [];

    /// <summary>What changed.</summary>
    public ReprocessDiff Diff { get; init; } = new();

    /// <summary>Counts the writes; guards them against each other.</summary>
    public int Sequence { get; init; }

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool HasEnded => State is ReprocessState.Cancelled or ReprocessState.Done or ReprocessState.Failed;
}

/// <summary>A paper on its way to the stage.</summary>
public sealed record ReprocessItem
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Revision whose text was sent.</summary>
    public required string Revision { get; init; }

    /// <summary>Version that had done that revision, as <see cref="StageVersion.ToString"/> writes it; null for none.</summary>
    public string? Had { get; init; }

    /// <summary>When it is sent again, unless it is done by then.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }
}

/// <summary>Papers of a run by what became of them.</summary>
public sealed record ReprocessCounts
{
    /// <summary>Papers in all: as counted at the beginning, and once all are taken, as many as were; some may have come or left meanwhile.</summary>
    public long Total { get; init; }

    /// <summary>Papers whose result is another one.</summary>
    public long Changed { get; init; }

    /// <summary>Papers whose result is the same.</summary>
    public long Unchanged { get; init; }

    /// <summary>Papers that moved on to another revision meanwhile, and are enriched anew because of that.</summary>
    public long Overtaken { get; init; }

    /// <summary>Papers that no stage did, however often they were sent.</summary>
    public long Failed { get; init; }

    /// <summary>Papers that are over.</summary>
    [JsonIgnore]
    public long Done => Changed + Unchanged + Overtaken + Failed;
}
