using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Timelines in SQLite.</summary>
internal sealed class SqliteTimelineStore(SqliteDatabase database) : ITimelineStore
{
    public Task<IReadOnlyList<TimelineEntry>?> FindAsync(string key, CancellationToken cancellationToken)
        => database.ReadAsync(
            IReadOnlyList<TimelineEntry>? (session) => PaperRow.Find(session, key) is { } row ? TimelineRows.Get(session, row.Pk) : null,
            cancellationToken);

    public async Task AppendAsync(IReadOnlyList<TimelineNote> notes, CancellationToken cancellationToken)
    {
        if (notes.Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            session =>
            {
                foreach (var note in notes)
                {
                    foreach (var pk in session.List("SELECT pk FROM papers WHERE id = ?1", row => row.GetInt64(0), note.PaperId))
                    {
                        TimelineRows.Add(session, pk, note.Entry);
                    }
                }

                return notes.Count;
            },
            cancellationToken);
    }
}
