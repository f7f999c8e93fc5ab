using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Failures;

/// <summary>Messages that failed in MongoDB, one document each.</summary>
internal sealed class MongoFailureStore(MongoCollections collections) : IFailureStore
{
    private static readonly BsonDocument WithoutBody = new("body", 0);

    private readonly IMongoCollection<BsonDocument> _failures = collections.Failures;

    public Task<bool> TryCreateAsync(FailedMessage failure, CancellationToken cancellationToken)
        => _failures.TryInsertAsync(failure.ToBsonDocument(), cancellationToken);

    public async Task<FailedMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
        => await _failures.Find(Key(id)).FirstOrDefaultAsync(cancellationToken) is { } document ? Read(document) : null;

    public async Task<bool> UpdateAsync(FailedMessage failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var next = failure with { Sequence = failure.Sequence + 1 };
        var result = await _failures.ReplaceOneAsync(
            Key(failure.Id).Add("sequence", failure.Sequence), next.ToBsonDocument(), cancellationToken: cancellationToken);
        return result.MatchedCount > 0;
    }

    public async Task<IReadOnlyList<FailedMessage>> TakeDueAsync(
        DateTimeOffset now, TimeSpan hold, int limit, CancellationToken cancellationToken)
    {
        var waiting = FailureFilters.In(FailureState.Waiting);
        var candidates = await _failures
            .Find(new BsonDocument(waiting).Add("dueAt", new BsonDocument("$lte", SourceFields.Date(now))))
            .Sort(new BsonDocument { { "dueAt", 1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken);

        var until = Timestamps.ToStored(now + hold);
        var taken = await Sweep.TakeAsync(
            _failures,
            candidates,
            guard: found => new BsonDocument { { "dueAt", found["dueAt"] }, { "sequence", found["sequence"] } }.AddRange(waiting),
            next: _ => new("dueAt", SourceFields.Date(until)),
            cancellationToken);
        return [.. taken.Select(document => Read(document) with { DueAt = until })];
    }

    public async Task<long> TakeBackSentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var back = FailureFilters.In(FailureState.Waiting).Add("dueAt", SourceFields.Date(now));
        var result = await _failures.UpdateManyAsync(
            FailureFilters.In(FailureState.Sent),
            new BsonDocument { { "$set", back }, { "$inc", new BsonDocument("sequence", 1) } },
            cancellationToken: cancellationToken);
        return result.ModifiedCount;
    }

    public async Task<IReadOnlyList<FailedMessage>> ListAsync(FailureQuery query, int limit, CancellationToken cancellationToken)
    {
        var documents = await _failures.Find(FailureFilters.Of(query))
            .Sort(new BsonDocument { { "lastFailedAt", -1 }, { "_id", 1 } }).Limit(limit).Project(WithoutBody).ToListAsync(cancellationToken);
        return [.. documents.Select(Read)];
    }

    public async Task<IReadOnlyList<Guid>> ListKeysAsync(FailureQuery query, Guid? after, int limit, CancellationToken cancellationToken)
    {
        var filter = FailureFilters.Of(query);
        if (after is { } last)
        {
            filter = new("$and", new BsonArray { filter, new BsonDocument("_id", new BsonDocument("$gt", SourceFields.Key(last))) });
        }

        var documents = await _failures.Find(filter)
            .Sort(new BsonDocument("_id", 1)).Limit(limit).Project(new BsonDocument("_id", 1)).ToListAsync(cancellationToken);
        return [.. documents.Select(document => Guid.Parse(document["_id"].AsString))];
    }

    public async Task<IReadOnlyList<FailureGroup>> GroupAsync(FailureQuery query, CancellationToken cancellationToken)
    {
        var likeness = new BsonDocument { { "stage", "$stage" }, { "cause", "$cause" }, { "group", "$group" }, { "state", "$state" } };
        var groups = await _failures.Aggregate().Match(FailureFilters.Of(query)).Group(new BsonDocument
        {
            { "_id", likeness },
            { "count", new BsonDocument("$sum", 1) },
            { "oldest", new BsonDocument("$min", "$firstFailedAt") },
            { "newest", new BsonDocument("$max", "$lastFailedAt") },
            { "example", new BsonDocument("$min", "$_id") },
        }).ToListAsync(cancellationToken);
        return [.. groups.Select(ReadGroup)
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Stage, StringComparer.Ordinal)
            .ThenBy(group => group.Group, StringComparer.Ordinal)
            .ThenBy(group => group.Cause.ToString(), StringComparer.Ordinal)
            .ThenBy(group => group.State.ToString(), StringComparer.Ordinal)];
    }

    public async Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ended = FailureFilters.Of(new() { States = [FailureState.Replayed, FailureState.Discarded] });
        var result = await _failures.DeleteManyAsync(
            ended.Add("dueAt", new BsonDocument("$lt", SourceFields.Date(before))), cancellationToken);
        return result.DeletedCount;
    }

    // Server selection that found nobody is a TimeoutException; the driver's own kinds cover the rest.
    public bool IsUnreachable(Exception exception)
        => exception is StoreUnusableException or TimeoutException or SocketException
            or MongoConnectionException or MongoConnectionPoolPausedException or MongoWaitQueueFullException
            or MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoExecutionTimeoutException;

    private static BsonDocument Key(Guid id) => new("_id", SourceFields.Key(id));

    private static FailedMessage Read(BsonDocument document) => BsonSerializer.Deserialize<FailedMessage>(document);

    private static FailureGroup ReadGroup(BsonDocument document)
    {
        var fields = document["_id"].AsBsonDocument;
        foreach (var name in new[] { "count", "oldest", "newest", "example" })
        {
            fields.Add(name, document[name]);
        }

        fields["count"] = document["count"].ToInt64();
        return BsonSerializer.Deserialize<FailureGroup>(fields);
    }
}
