namespace Pipeline.Contracts;

/// <summary>The raw bytes of a listing are durable in the archive and wait to be parsed.</summary>
/// <remarks>
/// Published at least once per (<see cref="ListingId"/>, <see cref="FetchedAt"/>). The bytes do not travel:
/// the Parser opens them in the archive by <see cref="ContentHash"/>.
/// </remarks>
public sealed record ListingFetched
{
    /// <summary>Key of the listing: the same source with the same bytes is the same listing.</summary>
    public required string ListingId { get; init; }

    /// <summary>Where it came from: a configured source's id, or <c>file:PATH</c> for a file handed over by a person.</summary>
    public required string SourceId { get; init; }

    /// <summary>SHA-256 of the raw bytes, 64 lower-case hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>File name or address, for messages to people.</summary>
    public required string Name { get; init; }

    /// <summary>When the bytes were obtained, in UTC. A later observation wins over an earlier one.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Name of the format to read it as; null lets the Parser detect it.</summary>
    public string? Format { get; init; }
}
