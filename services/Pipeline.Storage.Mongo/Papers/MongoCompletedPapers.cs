using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Complete papers in MongoDB.</summary>
internal sealed class MongoCompletedPapers(MongoCollections collections) : ICompletedPapers
{
    public async IAsyncEnumerable<CompletedPaper> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var second = new DateTimeOffset(since.UtcTicks - (since.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        using var cursor = await collections.Papers
            .Find(new BsonDocument { { "pending", false }, { "enriched.at", new BsonDocument("$gte", PaperFields.Date(second)) } })
            .Sort(new BsonDocument { { "enriched.at", 1 }, { "_id", 1 } })
            .Project(new BsonDocument { { "revision", 1 }, { "enriched", 1 } })
            .ToCursorAsync(cancellationToken);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            foreach (var paper in cursor.Current.Where(paper => paper["enriched"]["revision"] == paper["revision"]))
            {
                yield return new(paper["_id"].AsString, BsonSerializer.Deserialize<Completion>(paper["enriched"].AsBsonDocument));
            }
        }
    }
}
