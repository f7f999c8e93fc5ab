using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Papers;
using Pipeline.Storage.Mongo.Sources;

namespace Pipeline.Storage.Mongo.Reprocessing;

/// <summary>What papers on their way in a run had before, one document each; its key keeps the first.</summary>
internal sealed class RunDigests(MongoCollections collections)
{
    private static readonly BsonArray Open =
        [.. new[] { ReprocessState.Running, ReprocessState.Paused }.Select(KebabEnumSerializer<ReprocessState>.WordOf)];

    private readonly IMongoCollection<BsonDocument> _digests = collections.ReprocessDigests;

    public async Task KeepAsync(Guid run, IReadOnlyList<KeptDigest> digests, CancellationToken cancellationToken)
    {
        if (digests.Count == 0)
        {
            return;
        }

        try
        {
            await _digests.InsertManyAsync(
                digests.Select(kept => Document(run, kept)), new InsertManyOptions { IsOrdered = false }, cancellationToken);
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null
            && e.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            // Kept already: what was first stays.
        }
    }

    public async Task<IReadOnlyList<KeptDigest>> ReadAsync(Guid run, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => [.. (await _digests.Find(Of(run, paperIds)).ToListAsync(cancellationToken)).Select(document => new KeptDigest(
            document["paperId"].AsString,
            document["revision"].AsString,
            BsonSerializer.Deserialize<SectionDigest>(document["digest"].AsBsonDocument)))];

    public Task ForgetAsync(Guid run, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => paperIds.Count == 0 ? Task.CompletedTask : _digests.DeleteManyAsync(Of(run, paperIds), cancellationToken);

    public async Task ForgetEndedAsync(CancellationToken cancellationToken)
    {
        // First what is kept, then which of it is open: a run that begins in between is not taken for one that has ended.
        var kept = await (await _digests.DistinctAsync<string>("runId", new BsonDocument(), cancellationToken: cancellationToken)).ToListAsync(cancellationToken);
        var open = await collections.ReprocessRuns.Find(new BsonDocument("state", new BsonDocument("$in", Open)))
            .Project(new BsonDocument("_id", 1)).ToListAsync(cancellationToken);
        var ended = kept.Except(open.Select(run => run["_id"].AsString), StringComparer.Ordinal).ToList();
        if (ended.Count > 0)
        {
            await _digests.DeleteManyAsync(PaperFields.AnyOf("runId", ended), cancellationToken);
        }
    }

    private static BsonDocument Of(Guid run, IReadOnlyList<string> paperIds)
        => PaperFields.AnyOf("paperId", paperIds).Add("runId", SourceFields.Key(run));

    private static BsonDocument Document(Guid run, KeptDigest kept) => new()
    {
        { "_id", $"{SourceFields.Key(run)} {kept.Revision} {kept.PaperId}" },
        { "runId", SourceFields.Key(run) },
        { "paperId", kept.PaperId },
        { "revision", kept.Revision },
        { "digest", kept.Digest.ToBsonDocument() },
    };
}
