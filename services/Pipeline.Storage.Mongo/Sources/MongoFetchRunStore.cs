using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Mongo.Bson;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Runs and backfills in MongoDB, one document each.</summary>
internal sealed class MongoFetchRunStore(MongoCollections collections) : IFetchRunStore
{
    // What a run is for never changes; the rest is written with every update.
    private static readonly string[] Fixed = ["_id", "sourceId", "cause", "slot", "backfillId", "from", "to", "createdAt"];
    private static readonly string[] Vanishing = ["heldUntil", "endedAt", "cursor", "reason"];

    private static readonly BsonDocument Open = new("state", new BsonDocument("$in", new BsonArray
    {
        KebabEnumSerializer<RunState>.WordOf(RunState.Waiting),
        KebabEnumSerializer<RunState>.WordOf(RunState.Running),
    }));

    private readonly IMongoCollection<BsonDocument> _runs = collections.FetchRuns;
    private readonly IMongoCollection<BsonDocument> _backfills = collections.Backfills;

    public Task<bool> TryCreateAsync(FetchRun run, CancellationToken cancellationToken)
        => _runs.TryInsertAsync(run.ToBsonDocument(), cancellationToken);

    public async Task<FetchRun?> FindAsync(Guid id, CancellationToken cancellationToken)
        => await _runs.Find(Key(id)).FirstOrDefaultAsync(cancellationToken) is { } document ? Read(document) : null;

    public async Task<bool> UpdateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var fields = (run with { Sequence = run.Sequence + 1 }).ToBsonDocument();
        var update = new BsonDocument("$set", new BsonDocument(fields.Where(field => !Fixed.Contains(field.Name))));
        var gone = new BsonDocument(Vanishing.Where(name => !fields.Contains(name)).Select(name => new BsonElement(name, 1)));
        if (gone.ElementCount > 0)
        {
            update.Add("$unset", gone);
        }

        var result = await _runs.UpdateOneAsync(Key(run.Id).Add("sequence", run.Sequence).AddRange(Open), update, cancellationToken: cancellationToken);
        return result.MatchedCount > 0;
    }

    public async Task<IReadOnlyList<FetchRun>> TakeDueAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        var due = new BsonDocument("dueAt", new BsonDocument("$lte", SourceFields.Date(now))).AddRange(Open);
        var candidates = await _runs.Find(due)
            .Sort(new BsonDocument { { "dueAt", 1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken);

        var next = now + delay;
        var taken = await Sweep.TakeAsync(
            _runs,
            candidates,
            guard: found => new BsonDocument("dueAt", found["dueAt"]).AddRange(Open),
            next: _ => new("dueAt", SourceFields.Date(next)),
            cancellationToken);
        return [.. taken.Select(document => Read(document) with { DueAt = next })];
    }

    public async Task<IReadOnlyList<FetchRun>> ListAsync(
        string? sourceId, RunCause? cause, RunPlace? after, int limit, CancellationToken cancellationToken)
    {
        var wanted = SourceFields.Where(
            ("sourceId", sourceId), ("cause", cause is { } value ? KebabEnumSerializer<RunCause>.WordOf(value) : null));
        var documents = await _runs.Find(SourceFields.After(wanted, after))
            .Sort(new BsonDocument { { "createdAt", -1 }, { "_id", 1 } }).Limit(limit).ToListAsync(cancellationToken);
        return [.. documents.Select(Read)];
    }

    public Task<bool> TryCreateAsync(Backfill backfill, CancellationToken cancellationToken)
        => _backfills.TryInsertAsync(backfill.ToBsonDocument(), cancellationToken);

    public async Task<Backfill?> FindBackfillAsync(Guid id, CancellationToken cancellationToken)
        => await _backfills.Find(Key(id)).FirstOrDefaultAsync(cancellationToken) is { } document ? ReadBackfill(document) : null;

    public async Task<bool> UpdateAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(backfill);
        var next = backfill with { Sequence = backfill.Sequence + 1 };
        var result = await _backfills.ReplaceOneAsync(
            Key(backfill.Id).Add("sequence", backfill.Sequence), next.ToBsonDocument(), cancellationToken: cancellationToken);
        return result.MatchedCount > 0;
    }

    public async Task<IReadOnlyList<Backfill>> ListRunningBackfillsAsync(CancellationToken cancellationToken)
    {
        var running = SourceFields.Where(("state", KebabEnumSerializer<BackfillState>.WordOf(BackfillState.Running)));
        var documents = await _backfills.Find(running)
            .Sort(new BsonDocument { { "createdAt", 1 }, { "_id", 1 } }).ToListAsync(cancellationToken);
        return [.. documents.Select(ReadBackfill)];
    }

    private static BsonDocument Key(Guid id) => new("_id", SourceFields.Key(id));

    private static FetchRun Read(BsonDocument document) => BsonSerializer.Deserialize<FetchRun>(document);

    private static Backfill ReadBackfill(BsonDocument document) => BsonSerializer.Deserialize<Backfill>(document);
}
