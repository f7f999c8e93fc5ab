using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Storage.Sqlite.Changes;

/// <summary>The change log in SQLite. A batch is one transaction, and transactions come one after the other: so do places.</summary>
internal sealed class SqliteChangeLog(SqliteDatabase database) : IChangeLog
{
    public async Task<IReadOnlyList<Change?>> AppendAsync(IReadOnlyList<NewChange> changes, CancellationToken cancellationToken)
        => changes.Count == 0 ? [] : await database.WriteAsync(session => Append(session, changes), cancellationToken);

    public Task<IReadOnlyDictionary<Guid, Change?>> FindAsync(IReadOnlyList<Guid> eventIds, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyDictionary<Guid, Change?>>(session => Find(session, eventIds), cancellationToken);

    // In this order: what is added or trimmed in between then looks not yet read, or trimmed, and never passed over.
    public Task<ChangePage> ReadAsync(long after, ChangeFilter filter, int limit, CancellationToken cancellationToken)
        => database.ReadAsync(
            session =>
            {
                var last = session.Number(ChangeRows.Last);
                var changes = ChangeRows.After(session, after, filter, limit);
                return ChangePage.Of(changes, after, last, limit, session.Number(ChangeRows.Trimmed));
            },
            cancellationToken);

    public Task<long> LastSequenceAsync(CancellationToken cancellationToken)
        => database.ReadAsync(session => session.Number(ChangeRows.Last), cancellationToken);

    public Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => database.WriteAsync(session => ChangeRows.Trim(session, ChangeRows.OlderThan(session, before)), cancellationToken);

    private static Change?[] Append(SqliteSession session, IReadOnlyList<NewChange> changes)
    {
        var entries = Find(session, [.. changes.Select(change => change.EventId)]);
        var added = changes.Where(change => !entries.ContainsKey(change.EventId)).DistinctBy(change => change.EventId).ToList();
        var complete = added.SelectMany(ChangePlaces.Keys).Distinct(StringComparer.Ordinal).Where(key => ChangeRows.IsComplete(session, key));
        foreach (var change in ChangePlaces.Of(added, session.Number(ChangeRows.Last), complete))
        {
            ChangeRows.Add(session, change);
            entries.Add(change.EventId, change);
        }

        return [.. changes.Select(change => entries[change.EventId])];
    }

    private static Dictionary<Guid, Change?> Find(SqliteSession session, IReadOnlyList<Guid> eventIds)
    {
        var entries = new Dictionary<Guid, Change?>();
        foreach (var id in eventIds)
        {
            if (ChangeRows.TryFind(session, id, out var change))
            {
                entries[id] = change;
            }
        }

        return entries;
    }
}
