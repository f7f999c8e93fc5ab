namespace Pipeline.Api.Answers;

/// <summary>A part of a list.</summary>
/// <param name="Items">What stands in it.</param>
/// <param name="Next">Asks for the next part, as <c>cursor</c>; null when this is the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
