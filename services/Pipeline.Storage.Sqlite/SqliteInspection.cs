using Microsoft.Data.Sqlite;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite;

/// <summary>Looks at the database file without making or changing one.</summary>
internal sealed class SqliteInspection(SqliteDatabase database) : IStoreInspection
{
    public Task<StoreCondition> InspectAsync(CancellationToken cancellationToken) => Task.FromResult(Inspect());

    private StoreCondition Inspect()
    {
        if (!File.Exists(database.File))
        {
            return new() { Where = database.File, Form = "not there", Missing = ["the database, which the first use makes"] };
        }

        try
        {
            using var session = new SqliteSession(new SqliteConnectionStringBuilder { DataSource = database.File, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            return Judge(session.Number("PRAGMA user_version"));
        }
        catch (SqliteException e) when (SqliteFaults.Explain(e, database.File) is { } reason)
        {
            throw new StoreUnusableException(reason, e);
        }
    }

    private StoreCondition Judge(long version) => version > SqliteSchema.Version
        ? throw new StoreUnusableException(
            $"The database {database.File} was written by a newer version of this program (schema {version}, known is {SqliteSchema.Version}). "
            + "Start that version, or choose another with --data.")
        : new()
        {
            Where = database.File,
            Form = $"schema {version} of {SqliteSchema.Version}",
            Missing = version < SqliteSchema.Version ? [$"schema steps {version + 1} to {SqliteSchema.Version}, which the next use adds"] : [],
        };
}
