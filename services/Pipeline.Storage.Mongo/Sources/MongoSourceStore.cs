using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Mongo.Sources;

/// <summary>Sources in MongoDB: one document each for what people said about it, and one for each of its days.</summary>
internal sealed class MongoSourceStore(MongoCollections collections) : ISourceStore
{
    private const string Definition = "definition";
    private const string PausedSince = "pausedSince";
    private const string ScheduledSince = "scheduledSince";

    private static readonly BsonDocument Stored = new(Definition, new BsonDocument("$exists", true));

    private readonly IMongoCollection<BsonDocument> _sources = collections.Sources;
    private readonly IMongoCollection<BsonDocument> _answers = collections.DayAnswers;

    public Task SaveAsync(SourceDefinition source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _sources.UpsertAsync(source.Id, Set(Definition, source.ToBsonDocument()), cancellationToken);
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
        => (await _sources.DeleteOneAsync(new BsonDocument("_id", id).AddRange(Stored), cancellationToken)).DeletedCount > 0;

    public async Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken cancellationToken)
    {
        var documents = await _sources.Find(Stored).ToListAsync(cancellationToken);
        return [.. documents
            .Select(document => BsonSerializer.Deserialize<SourceDefinition>(document[Definition].AsBsonDocument))
            .OrderBy(source => source.Id, StringComparer.Ordinal)];
    }

    public Task SetPausedAsync(string id, DateTimeOffset? since, CancellationToken cancellationToken)
        => since is { } time
            ? _sources.UpsertAsync(id, Set(PausedSince, SourceFields.Date(time)), cancellationToken)
            : _sources.UpdateOneAsync(
                new BsonDocument("_id", id), new BsonDocument("$unset", new BsonDocument(PausedSince, 1)), cancellationToken: cancellationToken);

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ListPausedAsync(CancellationToken cancellationToken)
    {
        var paused = await _sources.Find(new BsonDocument(PausedSince, new BsonDocument("$exists", true))).ToListAsync(cancellationToken);
        return new SortedDictionary<string, DateTimeOffset>(
            paused.ToDictionary(document => document["_id"].AsString, document => Time(document[PausedSince])), StringComparer.Ordinal);
    }

    public async Task<DateTimeOffset> KeepScheduledSinceAsync(string id, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // A pipeline, because a plain update cannot say "unless it is there" of one field.
        var unlessKnown = new BsonDocument("$ifNull", new BsonArray { $"${ScheduledSince}", SourceFields.Date(since) });
        var update = Builders<BsonDocument>.Update.Pipeline(new[] { Set(ScheduledSince, unlessKnown) });
        return Time((await _sources.UpsertAsync(id, update, cancellationToken))[ScheduledSince]);
    }

    public Task SaveAnswersAsync(IReadOnlyList<DayAnswer> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Task.WhenAll(answers.Select(answer => SaveAsync(answer, cancellationToken)));
    }

    public async Task<IReadOnlyList<DayAnswer>> ListAnswersAsync(
        string sourceId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var days = new BsonDocument { { "$gte", SourceFields.Day(first) }, { "$lte", SourceFields.Day(last) } };
        var documents = await _answers.Find(new BsonDocument { { "sourceId", sourceId }, { "day", days } })
            .Sort(new BsonDocument("day", 1)).ToListAsync(cancellationToken);
        return [.. documents.Select(document => BsonSerializer.Deserialize<DayAnswer>(document))];
    }

    private Task SaveAsync(DayAnswer answer, CancellationToken cancellationToken)
    {
        var notNewer = new BsonDocument("at", new BsonDocument("$lte", SourceFields.Date(answer.At)));
        var incomplete = new BsonDocument("complete", false);
        var weaker = answer.Complete ? new BsonDocument("$or", new BsonArray { incomplete, notNewer }) : incomplete.AddRange(notNewer);
        var document = answer.ToBsonDocument();
        document.InsertAt(0, new("_id", $"{answer.SourceId}/{SourceFields.Day(answer.Day)}"));
        return _answers.ReplaceAsync(document, weaker, cancellationToken);
    }

    private static BsonDocument Set(string field, BsonValue value) => new("$set", new BsonDocument(field, value));

    private static DateTimeOffset Time(BsonValue value) => new(value.ToUniversalTime());
}
