using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Storage.Mongo.Papers;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Changes;

/// <summary>The change log in MongoDB, one document an entry; its key is its place.</summary>
internal sealed class MongoChangeLog(MongoCollections collections, TimeProvider time) : IChangeLog
{
    private readonly IMongoCollection<BsonDocument> _changes = collections.Changes;
    private readonly ChangeAppend _append = new(collections.Changes, time);

    // A reader keeps its place: what it has read must be there for good.
    private readonly IMongoCollection<BsonDocument> _durable = collections.Changes.WithReadConcern(ReadConcern.Majority);

    public Task<IReadOnlyList<Change?>> AppendAsync(IReadOnlyList<NewChange> changes, CancellationToken cancellationToken)
        => _append.AppendAsync(changes, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, Change?>> FindAsync(IReadOnlyList<Guid> eventIds, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<Guid, Change?>();
        await _append.FindAsync(eventIds, entries, cancellationToken);
        return entries;
    }

    // In this order: what is added or trimmed in between then looks not yet read, or trimmed, and never passed over.
    public async Task<ChangePage> ReadAsync(long after, ChangeFilter filter, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var last = await ChangeAppend.LastAsync(_durable, cancellationToken);
        var found = await _durable.Find(Wanted(after, filter)).Sort(new BsonDocument("_id", 1)).Limit(limit).ToListAsync(cancellationToken);
        return ChangePage.Of([.. found.Select(ChangeDocument.Read).OfType<Change>()], after, last, limit, await TrimmedAsync(cancellationToken));
    }

    public Task<long> LastSequenceAsync(CancellationToken cancellationToken) => ChangeAppend.LastAsync(_durable, cancellationToken);

    public async Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var kept = await _changes
            .Find(new BsonDocument
            {
                { "_id", new BsonDocument("$gt", await TrimmedAsync(cancellationToken)) },
                { "at", new BsonDocument("$gte", SourceFields.Date(before)) },
            })
            .Sort(new BsonDocument("_id", 1)).Limit(1).Project(new BsonDocument("_id", 1)).FirstOrDefaultAsync(cancellationToken);
        var through = kept is null ? await ChangeAppend.LastAsync(_changes, cancellationToken) : kept["_id"].ToInt64() - 1;
        var result = await _changes.UpdateManyAsync(
            new BsonDocument { { "_id", new BsonDocument("$lte", through) }, { ChangeDocument.Trimmed, Absent } },
            new BsonDocument
            {
                { "$set", new BsonDocument(ChangeDocument.Trimmed, true) },
                { "$unset", new BsonDocument(ChangeDocument.Payload.Select(name => new BsonElement(name, 1))) },
            },
            cancellationToken: cancellationToken);
        return result.ModifiedCount;
    }

    private static BsonDocument Absent => new("$exists", false);

    private static BsonDocument Wanted(long after, ChangeFilter filter)
    {
        var wanted = new BsonDocument { { "_id", new BsonDocument("$gt", after) }, { ChangeDocument.Trimmed, Absent } };
        if (filter.Topics.Count > 0)
        {
            wanted.AddRange(PaperFields.AnyOf("topics", filter.Topics));
        }

        return filter.Source is { } source ? wanted.Add("sources", source) : wanted;
    }

    private async Task<long> TrimmedAsync(CancellationToken cancellationToken)
    {
        var last = await _durable.Find(new BsonDocument(ChangeDocument.Trimmed, true))
            .Sort(new BsonDocument("_id", -1)).Limit(1).Project(new BsonDocument("_id", 1)).FirstOrDefaultAsync(cancellationToken);
        return last?["_id"].ToInt64() ?? 0;
    }
}
