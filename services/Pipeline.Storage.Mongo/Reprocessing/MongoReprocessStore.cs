using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Reprocessing;

/// <summary>Runs in MongoDB, one document each; its holder stands beside the run, by the server's clock.</summary>
internal sealed class MongoReprocessStore(MongoCollections collections) : IReprocessStore
{
    private static readonly string[] Fixed = ["_id", "selection", "target", "shadow", "createdAt"];
    private static readonly string[] Vanishing = ["reason", "startedAt", "progressAt", "endedAt", "cursor"];

    private readonly IMongoCollection<BsonDocument> _runs = collections.ReprocessRuns;
    private readonly RunDigests _digests = new(collections);
    private readonly RunLease _lease = new(collections.ReprocessRuns);
    private readonly SelectionQueries _papers = new(collections.Papers);

    private static string Running => KebabEnumSerializer<ReprocessState>.WordOf(ReprocessState.Running);

    public Task<bool> TryCreateAsync(ReprocessRun run, CancellationToken cancellationToken)
        => _runs.TryInsertAsync(run.ToBsonDocument(), cancellationToken);

    public async Task<ReprocessRun?> FindAsync(Guid id, CancellationToken cancellationToken)
        => await _runs.Find(Key(id)).FirstOrDefaultAsync(cancellationToken) is { } document ? Read(document) : null;

    public Task<IReadOnlyList<ReprocessRun>> ListAsync(RunPlace? after, int limit, CancellationToken cancellationToken)
        => ReadAsync(
            _runs.Find(SourceFields.After([], after)).Sort(new BsonDocument { { "createdAt", -1 }, { "_id", 1 } }).Limit(limit), cancellationToken);

    public Task<IReadOnlyList<ReprocessRun>> ListRunningAsync(CancellationToken cancellationToken)
        => ReadAsync(_runs.Find(new BsonDocument("state", Running)).Sort(new BsonDocument { { "createdAt", 1 }, { "_id", 1 } }), cancellationToken);

    public Task KeepAsync(Guid id, IReadOnlyList<KeptDigest> digests, CancellationToken cancellationToken)
        => _digests.KeepAsync(id, digests, cancellationToken);

    public Task<IReadOnlyList<KeptDigest>> ReadKeptAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => _digests.ReadAsync(id, paperIds, cancellationToken);

    public Task ForgetAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => _digests.ForgetAsync(id, paperIds, cancellationToken);

    public Task ForgetEndedAsync(CancellationToken cancellationToken)
        => _digests.ForgetEndedAsync(cancellationToken);

    // Field by field: the holder is not the run's and must stay.
    public async Task<bool> UpdateAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var fields = (run with { Sequence = run.Sequence + 1 }).ToBsonDocument();
        var update = new BsonDocument("$set", new BsonDocument(fields.Where(field => !Fixed.Contains(field.Name))));
        var gone = new BsonDocument(Vanishing.Where(name => !fields.Contains(name)).Select(name => new BsonElement(name, 1)));
        if (gone.ElementCount > 0)
        {
            update.Add("$unset", gone);
        }

        var result = await _runs.UpdateOneAsync(Key(run.Id).Add("sequence", run.Sequence), update, cancellationToken: cancellationToken);
        return result.MatchedCount > 0;
    }

    public async Task<ReprocessRun?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
        => await _lease.TakeAsync(Key(id).Add("state", Running), holder, hold, cancellationToken) is { } document ? Read(document) : null;

    public Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken)
        => _lease.ReleaseAsync(Key(id), holder, cancellationToken);

    public Task<IReadOnlyList<EnrichedPaper>> FindPapersAsync(
        PaperSelection selection, string? after, int limit, CancellationToken cancellationToken)
        => _papers.FindAsync(selection, after, limit, cancellationToken);

    public Task<long> CountPapersAsync(PaperSelection selection, CancellationToken cancellationToken)
        => _papers.CountAsync(selection, cancellationToken);

    public Task<IReadOnlyList<StageStamp>> ReadStampsAsync(
        EnrichmentStage stage, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => _papers.ReadStampsAsync(stage, paperIds, cancellationToken);

    public Task<IReadOnlyList<StageVersionCount>> ListVersionsAsync(EnrichmentStage stage, CancellationToken cancellationToken)
        => _papers.ListVersionsAsync(stage, cancellationToken);

    private static async Task<IReadOnlyList<ReprocessRun>> ReadAsync(IFindFluent<BsonDocument, BsonDocument> found, CancellationToken cancellationToken)
        => [.. (await found.ToListAsync(cancellationToken)).Select(Read)];

    private static BsonDocument Key(Guid id) => new("_id", SourceFields.Key(id));

    private static ReprocessRun Read(BsonDocument document) => BsonSerializer.Deserialize<ReprocessRun>(document);
}
