using System.Security.Cryptography;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>An archive in memory that can be full.</summary>
internal sealed class FakeArchive : IListingArchive
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Every save fails as on a full disk.</summary>
    public bool Full { get; set; }

    /// <summary>Loses everything.</summary>
    public void Clear() => _contents.Clear();

    public bool Holds(string contentHash) => _contents.ContainsKey(contentHash);

    public async Task<ArchivedContent> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        if (Full)
        {
            throw new IOException("No space is left in the archive.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        _contents[hash] = copy.ToArray();
        return new(hash, copy.Length);
    }

    public Task<Stream> OpenReadAsync(string contentHash, CancellationToken cancellationToken)
        => _contents.TryGetValue(contentHash, out var content)
            ? Task.FromResult<Stream>(new MemoryStream(content, writable: false))
            : throw new ArchivedContentNotFoundException(contentHash);
}
