using System.Diagnostics;
using MassTransit;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.Testing;

namespace Pipeline.Benchmarks;

/// <summary>The pipeline's documents in plain bulk writes: inserts of the paper, then a <c>$set</c> for each section.</summary>
internal static class FloorWrites
{
    private const int Batch = 100;
    private const int Concurrent = 2;
    private static readonly string[] Sections = ["claims", "topics"];

    public static async Task<TimeSpan> RunAsync(IReadOnlyList<BsonDocument> documents)
    {
        using var client = new MongoClient(RealParts.MongoDb);
        var name = $"floor{NewId.NextGuid():N}"[..20];
        var collection = client.GetDatabase(name)
            .WithWriteConcern(WriteConcern.WMajority.With(journal: true))
            .GetCollection<BsonDocument>("papers");
        try
        {
            await collection.Database.CreateCollectionAsync("papers");
            var watch = Stopwatch.StartNew();
            await WriteAsync(collection, documents, Insert);
            foreach (var section in Sections)
            {
                await WriteAsync(collection, documents, document => Set(document, section));
            }

            return watch.Elapsed;
        }
        finally
        {
            await client.DropDatabaseAsync(name);
        }
    }

    private static Task WriteAsync(
        IMongoCollection<BsonDocument> collection, IReadOnlyList<BsonDocument> documents, Func<BsonDocument, WriteModel<BsonDocument>> write)
        => Parallel.ForEachAsync(
            documents.Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrent },
            async (batch, cancellationToken) =>
                await collection.BulkWriteAsync(batch.Select(write), new BulkWriteOptions { IsOrdered = false }, cancellationToken));

    private static InsertOneModel<BsonDocument> Insert(BsonDocument document)
        => new(new BsonDocument(document.Where(element => !Sections.Contains(element.Name))));

    private static UpdateOneModel<BsonDocument> Set(BsonDocument document, string section)
        => new(Builders<BsonDocument>.Filter.Eq("_id", document["_id"]), Builders<BsonDocument>.Update.Set(section, document[section]));
}
