using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Failures;

/// <summary>What becomes of a message that failed.</summary>
public enum FailureState
{
    /// <summary>In the retry ledger: it goes back to its queue when it is due.</summary>
    Waiting,

    /// <summary>Back in its queue, confirmed by the broker; how it fares is not known yet.</summary>
    Sent,

    /// <summary>A dead letter: nothing happens until a person replays or discards it.</summary>
    Dead,

    /// <summary>It went well after all. Kept a while, then trimmed.</summary>
    Replayed,

    /// <summary>A person gave it up. Kept a while, then trimmed.</summary>
    Discarded,
}

/// <summary>
/// A message whose handling failed: entry of the retry ledger and dead letter in one, so that an exhausted entry becomes a
/// dead letter by a change of its state, and nothing is moved.
/// </summary>
public sealed record FailedMessage
{
    /// <summary>Most bytes of a body that are kept here. A larger message stays whole in the error queue of the broker.</summary>
    public const int MaxBodyBytes = 8 * 1024 * 1024;

    /// <summary>Most acts kept; the oldest go first, but never the first one.</summary>
    public const int MaxActs = 50;

    /// <summary>Key, derived from queue and message id: the same message that fails again is found by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Queue that the message came from and goes back to, as the broker knows it.</summary>
    public required string Queue { get; init; }

    /// <summary>The queue's name without the prefix of the pipeline, for people.</summary>
    public required string Stage { get; init; }

    /// <summary>Id of the message; null where it has none that can be read.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>Name of the message, for example <c>PaperParsed</c>; null where that cannot be read.</summary>
    public string? Type { get; init; }

    /// <summary>How the body is written, for example <c>application/vnd.masstransit+json</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The body, byte by byte. Empty in lists.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Headers that the message came with, by name.</summary>
    public IReadOnlyList<FailureHeader> Headers { get; init; } = [];

    /// <summary>The paper it is about; null where it names none.</summary>
    public string? PaperId { get; init; }

    /// <summary>The source it is about; null where it names none.</summary>
    public string? SourceId { get; init; }

    /// <summary>Kind of the last failure.</summary>
    public required FailureCause Cause { get; init; }

    /// <summary>Failures of one cause have this text in common: the exception and its message without numbers and ids.</summary>
    public required string Group { get; init; }

    /// <summary>What went wrong the last time, at most 2,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Where, at most 16,000 characters; null when no exception was seen.</summary>
    public string? Stack { get; init; }

    /// <summary>Failures that count towards the limit.</summary>
    public int Attempts { get; init; }

    /// <summary>Failures in all, those included that a dependency was to blame for.</summary>
    public int Failures { get; init; }

    /// <summary>When it first failed, in UTC, whole milliseconds, as all times here.</summary>
    public required DateTimeOffset FirstFailedAt { get; init; }

    /// <summary>When it last failed.</summary>
    public required DateTimeOffset LastFailedAt { get; init; }

    /// <summary>When a waiting one goes back to its queue, and an ended one may be trimmed from.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What becomes of it.</summary>
    public required FailureState State { get; init; }

    /// <summary>Whether a person asked for the replay under way: a failure then makes it a dead letter at once.</summary>
    public bool ByHand { get; init; }

    /// <summary>What was done about it, oldest first.</summary>
    public IReadOnlyList<FailureAct> Acts { get; init; } = [];

    /// <summary>Counts the writes; guards them against each other.</summary>
    public int Sequence { get; init; }

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool HasEnded => State is FailureState.Replayed or FailureState.Discarded;

    /// <summary>The same with one act more.</summary>
    public FailedMessage With(FailureAct act)
        => this with { Acts = Acts.Count < MaxActs ? [.. Acts, act] : [Acts[0], .. Acts.Skip(Acts.Count - MaxActs + 2), act] };
}

/// <summary>A header of a message.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value as text, at most 2,000 characters.</param>
public sealed record FailureHeader(string Name, string Value);

/// <summary>Something done about a message that failed.</summary>
public sealed record FailureAct
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a person's name on this machine, or the part of the pipeline.</summary>
    public required string By { get; init; }

    /// <summary>What: <c>failed</c>, <c>died</c>, <c>sent</c>, <c>succeeded</c>, <c>replay</c>, <c>edit</c>, <c>discard</c>, …</summary>
    public required string What { get; init; }

    /// <summary>Why; null when nothing was said.</summary>
    public string? Why { get; init; }

    /// <summary>The body that an edit replaced, as text; null otherwise.</summary>
    public string? FormerBody { get; init; }
}
