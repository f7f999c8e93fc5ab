using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>What waits, counted over the indexes of waiting rows alone.</summary>
internal sealed class SqliteBacklog(SqliteDatabase database) : IBacklog
{
    public Task<IReadOnlyList<StageBacklog>> MeasureAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<StageBacklog>>(
            session =>
            [
                Measure(session, StageNames.Parse, "SELECT count(*), min(fetched_at) FROM listings WHERE waiting = 1"),
                Measure(session, StageNames.Claims, "SELECT count(*), min(observed_at) FROM papers WHERE pending = 1 AND claims_revision IS NOT revision"),
                Measure(session, StageNames.Topics, "SELECT count(*), min(observed_at) FROM papers WHERE pending = 1 AND topics_revision IS NOT revision"),
            ],
            cancellationToken);

    private static StageBacklog Measure(SqliteSession session, string stage, string sql)
    {
        using var row = session.Read(sql);
        row.Read();
        return new(stage, row.GetInt64(0), row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)));
    }
}
