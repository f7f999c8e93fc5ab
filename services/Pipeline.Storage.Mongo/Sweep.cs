using MongoDB.Bson;
using MongoDB.Driver;

namespace Pipeline.Storage.Mongo;

/// <summary>Takes documents whose sweep time has come, each for one caller only.</summary>
internal static class Sweep
{
    /// <summary>Writes the next sweep time of each candidate, unless another caller has changed it since it was read.</summary>
    /// <returns>The candidates won, as they were read, in their order.</returns>
    public static async Task<IReadOnlyList<BsonDocument>> TakeAsync(
        IMongoCollection<BsonDocument> collection,
        IReadOnlyList<BsonDocument> candidates,
        Func<BsonDocument, BsonDocument> guard,
        Func<BsonDocument, BsonDocument> next,
        CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return candidates;
        }

        // A bulk write tells how many documents it met, not which: the mark does.
        var mark = ObjectId.GenerateNewId();
        var result = await collection.BulkWriteAsync(
            candidates.OrderBy(found => found["_id"]).Select(found => Claim(found, guard(found), next(found), mark)),
            new BulkWriteOptions { IsOrdered = false },
            cancellationToken);
        if (result.MatchedCount == candidates.Count)
        {
            return candidates;
        }

        var won = await collection
            .Find(new BsonDocument { { "_id", new BsonDocument("$in", new BsonArray(candidates.Select(c => c["_id"]))) }, { "sweptBy", mark } })
            .Project(new BsonDocument("_id", 1))
            .ToListAsync(cancellationToken);
        var ids = won.Select(document => document["_id"]).ToHashSet();
        return [.. candidates.Where(candidate => ids.Contains(candidate["_id"]))];
    }

    private static UpdateOneModel<BsonDocument> Claim(BsonDocument found, BsonDocument guard, BsonDocument next, ObjectId mark)
    {
        var filter = new BsonDocument { { "_id", found["_id"] }, { "sweepAt", found.GetValue("sweepAt", BsonNull.Value) } };
        return new(filter.AddRange(guard), new BsonDocument("$set", next.Add("sweptBy", mark)));
    }
}
