namespace Pipeline.BuildingBlocks.Listings;

/// <summary>Raw bytes of listings, kept for good under their SHA-256. Everything else can be rebuilt from here.</summary>
public interface IListingArchive
{
    /// <summary>Streams bytes into the archive; bytes already there are not stored twice. Durable on return.</summary>
    /// <exception cref="IOException">The bytes could not be read, or the archive could not be written; nothing was recorded.</exception>
    Task<ArchivedContent> SaveAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens archived bytes for reading from the start; not necessarily seekable.</summary>
    /// <exception cref="ArchivedContentNotFoundException">Nothing is archived under this hash.</exception>
    Task<Stream> OpenReadAsync(string contentHash, CancellationToken cancellationToken);
}

/// <summary>Bytes in the archive.</summary>
/// <param name="ContentHash">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">Size in bytes.</param>
public sealed record ArchivedContent(string ContentHash, long Length);

/// <summary>Nothing is archived under a hash.</summary>
public sealed class ArchivedContentNotFoundException(string contentHash)
    : Exception($"Nothing is archived under SHA-256 {contentHash}.")
{
    /// <summary>The hash asked for.</summary>
    public string ContentHash { get; } = contentHash;
}
