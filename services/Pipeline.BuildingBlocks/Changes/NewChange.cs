namespace Pipeline.BuildingBlocks.Changes;

/// <summary>A change on its way into the log, which gives it its place.</summary>
public sealed record NewChange
{
    /// <summary>Id of the event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Keys under which it stood before: entries of theirs are entries of this paper.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>Content revision of the paper.</summary>
    public required string Revision { get; init; }

    /// <summary>When it happened, in UTC and whole milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the paper was withdrawn. Otherwise it is complete: for the first time or again, as the log knows.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Ids of its topics, best first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the sources that showed it, in ordinal order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Writes the event for the place it gets. May be asked more than once, for other places; pure.</summary>
    public required Func<ChangePlace, ReadOnlyMemory<byte>> Write { get; init; }

    /// <summary>The entry that this change is at its place.</summary>
    public Change Placed(ChangePlace place) => new()
    {
        Sequence = place.Sequence,
        EventId = EventId,
        Kind = place.Kind,
        PaperId = PaperId,
        Revision = Revision,
        At = At,
        Topics = Topics,
        Sources = Sources,
        Json = Write(place),
    };
}

/// <summary>Where a change stands in the log, and what that makes of it.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="Kind">Enriched when no such entry of the paper stands before it, else revised; or withdrawn.</param>
public readonly record struct ChangePlace(long Sequence, ChangeKind Kind);
