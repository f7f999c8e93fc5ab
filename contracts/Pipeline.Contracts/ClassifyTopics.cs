namespace Pipeline.Contracts;

/// <summary>Classify the topics of one paper (again), at low priority.</summary>
/// <remarks>Sent by the Scheduler, to a queue of its own so that freshly listed papers pass.</remarks>
public sealed record ClassifyTopics
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision the text belongs to; a paper that has moved on since is left alone.</summary>
    public required string Revision { get; init; }

    /// <summary>Title as stored; at most 2,000 UTF-16 code units.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract as stored; at most 50,000 UTF-16 code units.</summary>
    public required string Abstract { get; init; }
}
