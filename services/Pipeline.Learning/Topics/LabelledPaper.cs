namespace Pipeline.Learning.Topics;

/// <summary>A paper with its topics, as a line of labelled data gives it. Other fields are ignored.</summary>
/// <param name="Id">Id of the paper.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract.</param>
/// <param name="Labels">Ids of topics.</param>
public sealed record LabelledPaper(string Id, string Title, string Abstract, IReadOnlyList<string> Labels);
