using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Reads papers: one, many, or counted.</summary>
internal sealed class PaperQueries(IMongoCollection<BsonDocument> papers)
{
    private readonly PaperPages _pages = new(papers);

    public async Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken)
    {
        // Papers that share an alias are few. The one with that very key comes before those that only answer to it.
        var found = await papers.Find(new BsonDocument("aliases", key))
            .Project<EnrichedPaper>(PaperFields.WholePaper).ToListAsync(cancellationToken);
        return Choose(found, key);
    }

    public async Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct(StringComparer.Ordinal).ToList();
        var found = wanted.Count == 0
            ? []
            : await papers.Find(PaperFields.AnyOf("aliases", wanted)).Project<EnrichedPaper>(PaperFields.WholePaper).ToListAsync(cancellationToken);
        var byKey = found.SelectMany(paper => paper.Aliases, (paper, alias) => (paper, alias)).ToLookup(pair => pair.alias, pair => pair.paper, StringComparer.Ordinal);
        return wanted.Where(byKey.Contains).ToDictionary(key => key, key => Choose(byKey[key], key)!, StringComparer.Ordinal);
    }

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = PaperFields.SeenIn(query.ListingId).AddRange(PaperFields.ShownBy(query.SourceId))
            .AddRange(PaperFields.HasWords(query.Text)).AddRange(TopicQueries.Filter(query));
        var filter = PaperFields.After(asked, query.After, inclusive: false);

        return query is { Order: PaperOrder.Rank, ListingId: { } listingId }
            ? RankedAsync(filter, listingId, query.Limit, cancellationToken)
            : _pages.NewestAsync(filter, query.Limit, PaperFields.WholePaper, cancellationToken);
    }

    public async Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken)
    {
        var sum = await papers.Aggregate()
            .Match(PaperFields.SeenIn(listingId))
            .Group(new BsonDocument
            {
                { "_id", BsonNull.Value },
                { "papers", new BsonDocument("$sum", 1) },
                { "pending", new BsonDocument("$sum", new BsonDocument("$cond", new BsonArray { "$pending", 1, 0 })) },
                { "claims", new BsonDocument("$sum", SizeOf("$claims.analysis.claims")) },
                { "withTopics", new BsonDocument("$sum", new BsonDocument("$min", new BsonArray { 1, SizeOf("$topics.analysis.topics") })) },
            })
            .FirstOrDefaultAsync(cancellationToken);

        return sum is null
            ? new(0, 0, 0, 0)
            : new(sum["papers"].ToInt64(), sum["pending"].ToInt64(), sum["claims"].ToInt64(), sum["withTopics"].ToInt64());
    }

    private static EnrichedPaper? Choose(IEnumerable<EnrichedPaper> found, string key)
        => found.OrderBy(paper => paper.Id != key).ThenBy(paper => paper.Id, StringComparer.Ordinal).FirstOrDefault();

    private static BsonDocument SizeOf(string array)
        => new("$size", new BsonDocument("$ifNull", new BsonArray { array, new BsonArray() }));

    // A paper's rank stands inside one of its sightings, where no index orders it: the keys are sorted here.
    private async IAsyncEnumerable<EnrichedPaper> RankedAsync(
        BsonDocument filter, string listingId, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sightings = await papers.Find(filter)
            .Project(new BsonDocument { { "sightings.listingId", 1 }, { "sightings.rank", 1 } }).ToListAsync(cancellationToken);
        var ids = sightings.OrderBy(paper => RankIn(paper, listingId))
            .ThenBy(paper => paper["_id"].AsString, StringComparer.Ordinal)
            .Select(paper => paper["_id"].AsString)
            .Take(limit ?? int.MaxValue);

        await foreach (var paper in _pages.ReadAsync(ids, PaperFields.WholePaper, cancellationToken))
        {
            yield return paper;
        }
    }

    private static int RankIn(BsonDocument paper, string listingId)
        => paper["sightings"].AsBsonArray.First(sighting => sighting["listingId"] == listingId)["rank"].AsInt32;
}
