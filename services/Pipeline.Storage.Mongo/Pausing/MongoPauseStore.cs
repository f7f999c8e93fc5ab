using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Pausing;

/// <summary>Paused stages in MongoDB, one document each; its key is the stage.</summary>
internal sealed class MongoPauseStore(MongoCollections collections) : IPauseStore
{
    private readonly IMongoCollection<BsonDocument> _pauses = collections.Pauses;

    public async Task<IReadOnlyList<StagePause>> ListAsync(CancellationToken cancellationToken)
        => [.. (await _pauses.Find(new BsonDocument()).ToListAsync(cancellationToken)).Select(Read).OrderBy(pause => pause.Stage)];

    public Task<bool> PauseAsync(StagePause pause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return _pauses.TryInsertAsync(new BsonDocument("_id", Key(pause.Stage)).AddRange(pause.ToBsonDocument()), cancellationToken);
    }

    public async Task<bool> ResumeAsync(PipelineStage stage, CancellationToken cancellationToken)
        => (await _pauses.DeleteOneAsync(new BsonDocument("_id", Key(stage)), cancellationToken)).DeletedCount > 0;

    private static string Key(PipelineStage stage) => KebabEnumSerializer<PipelineStage>.WordOf(stage);

    private static StagePause Read(BsonDocument document)
    {
        document.Remove("_id");
        return BsonSerializer.Deserialize<StagePause>(document);
    }
}
