using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Sqlite.Listings;

namespace Pipeline.Storage.Sqlite;

/// <summary>Makes the data directory, the database in it and the archive beside that.</summary>
internal sealed class SqliteSetup(SqliteDatabase database, FileListingArchive archive) : IStoreSetup
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(database.Directory);
            archive.Prepare();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException(
                $"The data directory {database.Directory} cannot be made or written ({e.Message}) "
                + "Make it writable, or choose another with --data.", e);
        }

        await database.PrepareAsync(cancellationToken);
    }
}
