namespace Pipeline.Contracts;

/// <summary>A paper is new, or its title or abstract changed; it is stored and waits to be enriched.</summary>
/// <remarks>
/// Published at least once per (<see cref="PaperId"/>, <see cref="Revision"/>), always with the same message id.
/// Title and abstract travel with it, so that a stage reads nothing before it writes.
/// </remarks>
public sealed record PaperParsed
{
    /// <summary>Stable key: <c>arxiv:2409.12345</c>, <c>doi:10.1000/x</c> or <c>title:HASH</c>.</summary>
    public required string PaperId { get; init; }

    /// <summary>Content revision: a hash of title and abstract to the letter, 16 hexadecimal digits.</summary>
    public required string Revision { get; init; }

    /// <summary>Title as listed, one line; at most 2,000 UTF-16 code units.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract as listed; at most 50,000 UTF-16 code units. All spans of evidence count in it.</summary>
    public required string Abstract { get; init; }
}
