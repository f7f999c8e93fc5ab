namespace Pipeline.BuildingBlocks.Changes;

/// <summary>One entry of the change log.</summary>
public sealed record Change
{
    /// <summary>Its place, from 1; each entry has the place after the one before it, and none is left out.</summary>
    public required long Sequence { get; init; }

    /// <summary>Id of the event, the same whenever it is announced again.</summary>
    public required Guid EventId { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Key of the paper at that time.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision of the paper at that time.</summary>
    public required string Revision { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Ids of the paper's topics, best first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the sources whose listings showed the paper, without files and addresses; in ordinal order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The event as it is published: UTF-8, to the byte.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }
}
