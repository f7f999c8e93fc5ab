using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Streams papers in an order: keys first, the papers themselves in pages, so that no server has to sort whole papers.</summary>
internal sealed class PaperPages(IMongoCollection<BsonDocument> papers)
{
    private const int PageSize = 100;
    private const int KeysPerBatch = 1_000;

    public static BsonDocument NewestFirst { get; } = new() { { "observedAt", -1 }, { "_id", 1 } };

    /// <summary>Streams the newest papers that match.</summary>
    /// <param name="filter">What they have to match.</param>
    /// <param name="limit">Most papers to read; null reads all.</param>
    /// <param name="projection">Which of their fields are filled.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    public async IAsyncEnumerable<EnrichedPaper> NewestAsync(
        BsonDocument filter, int? limit, BsonDocument projection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = await papers.Find(filter, new FindOptions { BatchSize = KeysPerBatch })
            .Sort(NewestFirst).Limit(limit).Project(new BsonDocument("_id", 1)).ToCursorAsync(cancellationToken);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            await foreach (var paper in ReadAsync(cursor.Current.Select(found => found["_id"].AsString), projection, cancellationToken))
            {
                yield return paper;
            }
        }
    }

    /// <summary>Streams the papers with these keys, in this order; a key whose paper is gone is passed over.</summary>
    public async IAsyncEnumerable<EnrichedPaper> ReadAsync(
        IEnumerable<string> ids, BsonDocument projection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in ids.Chunk(PageSize))
        {
            var found = await papers.Find(PaperFields.AnyOf("_id", page)).Project<EnrichedPaper>(projection).ToListAsync(cancellationToken);
            var byId = found.ToDictionary(paper => paper.Id, StringComparer.Ordinal);
            foreach (var id in page.Where(byId.ContainsKey))
            {
                yield return byId[id];
            }
        }
    }
}
