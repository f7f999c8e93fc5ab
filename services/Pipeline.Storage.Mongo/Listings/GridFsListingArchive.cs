using System.Security.Cryptography;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Listings;

namespace Pipeline.Storage.Mongo.Listings;

/// <summary>Raw bytes in GridFS, found by their SHA-256 through a register.</summary>
/// <remarks>
/// The hash is known only at the end of the stream: bytes go up under a key of their own, and count from the moment
/// they are registered. Of two uploads of the same bytes the first to register stands; the other is deleted.
/// </remarks>
internal sealed class GridFsListingArchive(MongoCollections collections) : IListingArchive
{
    private const int BufferBytes = 128 * 1024;

    public async Task<ArchivedContent> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            var fileId = ObjectId.GenerateNewId();
            var archived = await UploadAsync(fileId, content, cancellationToken);
            if (!await RegisterAsync(archived, fileId, cancellationToken))
            {
                await collections.ArchiveFiles.DeleteAsync(fileId, cancellationToken);
            }

            return archived;
        }
        catch (Exception e) when (e is MongoException or TimeoutException)
        {
            throw new IOException("The archive could not be written: " + e.Message, e);
        }
    }

    public async Task<Stream> OpenReadAsync(string contentHash, CancellationToken cancellationToken)
    {
        var registered = await collections.ArchiveContents
            .Find(new BsonDocument("_id", contentHash)).FirstOrDefaultAsync(cancellationToken)
            ?? throw new ArchivedContentNotFoundException(contentHash);

        return await collections.ArchiveFiles.OpenDownloadStreamAsync(registered["fileId"], cancellationToken: cancellationToken);
    }

    private async Task<ArchivedContent> UploadAsync(ObjectId fileId, Stream content, CancellationToken cancellationToken)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var upload = await collections.ArchiveFiles.OpenUploadStreamAsync(
            fileId, fileId.ToString(), cancellationToken: cancellationToken);
        var buffer = new byte[BufferBytes];
        var length = 0L;
        try
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; length += read)
            {
                sha256.AppendData(buffer, 0, read);
                await upload.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            await upload.CloseAsync(cancellationToken);
        }
        catch
        {
            await upload.AbortAsync(CancellationToken.None);
            throw;
        }

        return new(Convert.ToHexStringLower(sha256.GetHashAndReset()), length);
    }

    // False when another upload holds these bytes already. A repeated insert of one's own registration is not that.
    private async Task<bool> RegisterAsync(ArchivedContent archived, ObjectId fileId, CancellationToken cancellationToken)
    {
        try
        {
            await collections.ArchiveContents.InsertOneAsync(
                new() { { "_id", archived.ContentHash }, { "fileId", fileId }, { "length", archived.Length } },
                cancellationToken: cancellationToken);
            return true;
        }
        catch (MongoWriteException e) when (e.WriteError.Category == ServerErrorCategory.DuplicateKey)
        {
            var standing = await collections.ArchiveContents
                .Find(new BsonDocument("_id", archived.ContentHash)).SingleAsync(cancellationToken);
            return standing["fileId"] == fileId;
        }
    }
}
