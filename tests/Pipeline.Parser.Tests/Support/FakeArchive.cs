using System.Security.Cryptography;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Parser.Tests.Support;

/// <summary>An archive in memory.</summary>
internal sealed class FakeArchive : IListingArchive
{
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    public async Task<ArchivedContent> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        _contents[hash] = copy.ToArray();
        return new(hash, copy.Length);
    }

    /// <summary>Takes bytes out, as a disk may lose them.</summary>
    public void Lose(string contentHash) => _contents.Remove(contentHash);

    public Task<Stream> OpenReadAsync(string contentHash, CancellationToken cancellationToken)
        => _contents.TryGetValue(contentHash, out var content)
            ? Task.FromResult<Stream>(new MemoryStream(content, writable: false))
            : throw new ArchivedContentNotFoundException(contentHash);
}
