namespace Pipeline.Standalone.Filters;

/// <summary>One line of input of <c>try claims</c> and <c>try topics</c>.</summary>
internal sealed record FilterInput
{
    /// <summary>Key, given back unchanged; also part of the claims' ids.</summary>
    public string? Id { get; init; }

    /// <summary>Title; may be missing.</summary>
    public string? Title { get; init; }

    /// <summary>Abstract; missing when <see cref="Sentences"/> are given.</summary>
    public string? Abstract { get; init; }

    /// <summary>The abstract split beforehand: it is then the sentences joined by one space.</summary>
    public IReadOnlyList<string>? Sentences { get; init; }

    /// <summary>The abstract, whichever way it was given.</summary>
    public string Text => Abstract ?? string.Join(' ', Sentences ?? []);
}
