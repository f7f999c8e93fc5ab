using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The Parser's part of a paper as writes: an insert, or an update guarded by the sequence that was read.</summary>
internal static class PaperDocument
{
    public static WriteModel<BsonDocument> Write(EnrichedPaper? stored, EnrichedPaper merged, Observation observation)
        => stored is null
            ? new InsertOneModel<BsonDocument>(merged.ToBsonDocument()
                .Merge(Waiting(merged, observation), overwriteExistingElements: true).Add("writes", 1))
            : new UpdateOneModel<BsonDocument>(Guard(stored, merged), PaperFields.Write(Difference(stored, merged, observation)));

    // Stages do not count in the sequence. What lets a new revision count as complete must still stand when it is written.
    private static BsonDocument Guard(EnrichedPaper stored, EnrichedPaper merged)
    {
        var guard = new BsonDocument { { "_id", stored.Id }, { "sequence", stored.Sequence } };
        return merged.Pending || merged.Revision == stored.Revision
            ? guard
            : guard.AddRange(new BsonDocument { { "claims.revision", merged.Revision }, { "topics.revision", merged.Revision } });
    }

    private static BsonDocument Difference(EnrichedPaper stored, EnrichedPaper merged, Observation observation)
    {
        var before = stored.ToBsonDocument();
        var fields = new BsonDocument(merged.ToBsonDocument()
            .Where(field => !before.TryGetValue(field.Name, out var value) || value != field.Value));

        // The new revision's state is written even when it looks the same: a stage may have completed the old one since.
        return merged.Revision == stored.Revision
            ? fields
            : fields.Merge(Waiting(merged, observation), overwriteExistingElements: true);
    }

    private static BsonDocument Waiting(EnrichedPaper paper, Observation observation) => new()
    {
        { "pending", paper.Pending },
        { "sweepAt", PaperFields.Date(observation.StoredAt) },
        { "sweeps", 0 },
        { "words", new BsonArray(PaperWords.Of(paper.Title, paper.Abstract)) },
    };
}
