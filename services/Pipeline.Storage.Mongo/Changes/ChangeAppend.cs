using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo.Changes;

/// <summary>
/// Adds entries at the end of the change log. There is no counter, which could give out a place whose writer then dies:
/// the place after the last is taken by inserting there, and whoever finds it taken reads the last again.
/// </summary>
internal sealed class ChangeAppend(IMongoCollection<BsonDocument> changes, TimeProvider time)
{
    // Each time somebody is refused, somebody else has written.
    private const int MaxAttempts = 200;
    private const int MaxPause = 50;

    private static readonly InsertManyOptions InOrder = new() { IsOrdered = true };

    // What is found is announced: it must be such that no change of the primary takes it back.
    private readonly IMongoCollection<BsonDocument> _durable = changes.WithReadConcern(ReadConcern.Majority);

    public async Task<IReadOnlyList<Change?>> AppendAsync(IReadOnlyList<NewChange> added, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<Guid, Change?>();
        for (var attempt = 1; ; attempt++)
        {
            var missing = added.Where(change => !entries.ContainsKey(change.EventId)).DistinctBy(change => change.EventId).ToList();
            await FindAsync([.. missing.Select(change => change.EventId)], entries, cancellationToken);
            missing.RemoveAll(change => entries.ContainsKey(change.EventId));
            if (missing.Count == 0 || await TryInsertAsync(missing, entries, cancellationToken))
            {
                return [.. added.Select(change => entries[change.EventId])];
            }

            if (attempt == MaxAttempts)
            {
                throw new TimeoutException($"The change log was busy at {MaxAttempts} attempts to add {missing.Count} entries.");
            }

            await Task.Delay(Pause(missing[0].EventId, attempt), time, cancellationToken);
        }
    }

    /// <summary>Adds what is found to the entries.</summary>
    public async Task FindAsync(IReadOnlyList<Guid> eventIds, Dictionary<Guid, Change?> entries, CancellationToken cancellationToken)
    {
        if (eventIds.Count > 0)
        {
            var found = await _durable.Find(PaperFields.AnyOf("eventId", eventIds.Select(Sources.SourceFields.Key))).ToListAsync(cancellationToken);
            foreach (var document in found)
            {
                entries[ChangeDocument.EventId(document)] = ChangeDocument.Read(document);
            }
        }
    }

    public static async Task<long> LastAsync(IMongoCollection<BsonDocument> changes, CancellationToken cancellationToken)
    {
        var last = await changes.Find(new BsonDocument()).Sort(new BsonDocument("_id", -1)).Limit(1)
            .Project(new BsonDocument("_id", 1)).FirstOrDefaultAsync(cancellationToken);
        return last?["_id"].ToInt64() ?? 0;
    }

    // The last place first, then what the log knows of the papers: when the insert takes the next place, nothing has come in between.
    private async Task<bool> TryInsertAsync(List<NewChange> missing, Dictionary<Guid, Change?> entries, CancellationToken cancellationToken)
    {
        var last = await LastAsync(changes, cancellationToken);
        var placed = ChangePlaces.Of(missing, last, await CompleteAsync(missing, cancellationToken));
        try
        {
            // In order: the server stops at the first place that is taken, so what it has written has no gap.
            await changes.InsertManyAsync(placed.Select(ChangeDocument.Write), InOrder, cancellationToken);
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null && e.WriteErrors.All(Papers.WriteErrors.IsConflict))
        {
            return false;
        }

        foreach (var change in placed)
        {
            entries[change.EventId] = change;
        }

        return true;
    }

    private async Task<IEnumerable<string>> CompleteAsync(List<NewChange> missing, CancellationToken cancellationToken)
    {
        var filter = PaperFields.AnyOf("paperId", missing.SelectMany(ChangePlaces.Keys).Distinct(StringComparer.Ordinal))
            .Add("kind", new BsonDocument("$ne", ChangeKind.Withdrawn.Word()));
        var found = await changes.Find(filter).Project(new BsonDocument("paperId", 1)).ToListAsync(cancellationToken);
        return found.Select(document => document["paperId"].AsString);
    }

    // Writers that were refused together must not come again together.
    private static TimeSpan Pause(Guid id, int attempt)
        => TimeSpan.FromMilliseconds(1 + ((uint)HashCode.Combine(id, attempt) % Math.Min(MaxPause, 4 * attempt)));
}
