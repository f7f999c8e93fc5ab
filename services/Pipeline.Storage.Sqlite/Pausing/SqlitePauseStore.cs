using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Pausing;

/// <summary>Paused stages in SQLite, one row each.</summary>
internal sealed class SqlitePauseStore(SqliteDatabase database) : IPauseStore
{
    /// <summary>What schema version 8 adds.</summary>
    public const string Table = "CREATE TABLE pauses (stage INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;";

    public Task<IReadOnlyList<StagePause>> ListAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<StagePause>>(
            session => session.List("SELECT json FROM pauses ORDER BY stage", row => SourceColumns.FromJson<StagePause>(row.GetString(0))), cancellationToken);

    public Task<bool> PauseAsync(StagePause pause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return database.WriteAsync(
            session => session.Run(
                "INSERT INTO pauses (stage, json) VALUES (?1, ?2) ON CONFLICT DO NOTHING", (long)pause.Stage, SourceColumns.Json(pause)) > 0,
            cancellationToken);
    }

    public Task<bool> ResumeAsync(PipelineStage stage, CancellationToken cancellationToken)
        => database.WriteAsync(session => session.Run("DELETE FROM pauses WHERE stage = ?1", (long)stage) > 0, cancellationToken);
}
