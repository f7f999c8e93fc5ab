namespace Pipeline.Learning.Topics;

/// <summary>A paper with its topics.</summary>
/// <param name="Id">Id of the paper.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract.</param>
/// <param name="Labels">Ids of topics.</param>
public sealed record LabelledPaper(string Id, string Title, string Abstract, IReadOnlyList<string> Labels)
{
    /// <summary>All topics of the paper, where <see cref="Labels"/> are only those of a choice; null where that is not known.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}
