namespace Pipeline.Contracts;

/// <summary>The topics of one revision of a paper are stored.</summary>
/// <remarks>Published at least once per (paper, revision, stage version), always with the same message id.</remarks>
public sealed record TopicsClassified
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision the topics belong to.</summary>
    public required string Revision { get; init; }

    /// <summary>Name and version of the classifier and its taxonomy, for example <c>terms/1+arxiv/1</c>.</summary>
    public required string StageVersion { get; init; }

    /// <summary>Ids of the assigned topics, best first; empty when the classifier abstained.</summary>
    public required IReadOnlyList<string> Topics { get; init; }
}
