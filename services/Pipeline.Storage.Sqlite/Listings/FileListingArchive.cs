using System.Buffers;
using System.Security.Cryptography;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Sqlite.Listings;

/// <summary>Listings as plain files: <c>archive/ab/ab…</c>, named by their hash.</summary>
/// <remarks>Bytes arrive under a passing name in <c>archive/incoming</c> and get their own by one atomic rename.</remarks>
internal sealed class FileListingArchive(SqliteDatabase database, TimeProvider time) : IListingArchive
{
    private const int HashLength = 64;
    private const int BufferSize = 128 * 1024;
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);

    private readonly string _root = Path.Combine(database.Directory, "archive");

    private string Incoming => Path.Combine(_root, "incoming");

    /// <summary>Makes the folders and removes what a crash left in <c>incoming</c> more than a day ago.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Incoming);
        var oldest = time.GetUtcNow().UtcDateTime - LeftoverAge;
        foreach (var leftover in Directory.EnumerateFiles(Incoming).Where(file => File.GetLastWriteTimeUtc(file) < oldest))
        {
            File.Delete(leftover);
        }
    }

    public async Task<ArchivedContent> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var passing = Path.Combine(Incoming, Path.GetRandomFileName());
        try
        {
            var saved = await WriteAsync(content, passing, cancellationToken);
            Keep(passing, saved);
            return saved;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The archive {_root} cannot be written. Make it writable. ({e.Message})", e);
        }
        finally
        {
            File.Delete(passing);
        }
    }

    public Task<Stream> OpenReadAsync(string contentHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contentHash);
        cancellationToken.ThrowIfCancellationRequested();
        if (contentHash.Length != HashLength || !contentHash.All(char.IsAsciiHexDigitLower))
        {
            throw new ArchivedContentNotFoundException(contentHash);
        }

        try
        {
            return Task.FromResult<Stream>(new FileStream(
                PathOf(contentHash), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArchivedContentNotFoundException(contentHash);
        }
    }

    private static async Task<ArchivedContent> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var length = 0L;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return new(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Keep(string passing, ArchivedContent saved)
    {
        var path = PathOf(saved.ContentHash);
        var kept = new FileInfo(path);
        if (kept.Exists && kept.Length == saved.Length)
        {
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DirectorySync.Flush(_root);
        }

        // Two callers with equal bytes may both come here: the second rename puts the same content in place.
        File.Move(passing, path, overwrite: true);
        DirectorySync.Flush(folder);
    }

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash);
}
