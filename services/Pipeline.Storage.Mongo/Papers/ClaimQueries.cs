using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Bson;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Reads claims across papers.</summary>
internal sealed class ClaimQueries(IMongoCollection<BsonDocument> papers)
{
    // Of these papers only what a ClaimingPaper shows is filled.
    private static readonly BsonDocument Claiming = new()
    {
        { "title", 1 }, { "publishedAt", 1 }, { "listedAt", 1 }, { "observedAt", 1 }, { "claims.revision", 1 }, { "claims.version", 1 },
        { "claims.analysis.claims", 1 }, { "claims.analysis.sentences.start", 1 }, { "claims.analysis.sentences.mainClaim", 1 },
    };

    private readonly PaperPages _pages = new(papers);

    public IAsyncEnumerable<ClaimHit> SearchAsync(ClaimQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = new ClaimFilter(query);
        return query.Order == ClaimOrder.Value
            ? ClaimRanking.ByValueAsync(HitsAsync(query, filter, null, cancellationToken), filter, query.After, query.Limit, cancellationToken)
            : HitsAsync(query, filter, query.Limit, cancellationToken);
    }

    private async IAsyncEnumerable<ClaimHit> HitsAsync(
        ClaimQuery query, ClaimFilter filter, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = limit ?? int.MaxValue;

        // A place in another order says nothing of this one.
        var papers = PaperFields.After(MayHold(query), query.Order == ClaimOrder.Newest ? query.After?.Paper : null, inclusive: true);
        await foreach (var paper in _pages.NewestAsync(papers, limit: null, Claiming, cancellationToken))
        {
            foreach (var hit in filter.Hits(Read(paper)).Take(left))
            {
                left--;
                yield return hit;
            }

            if (left == 0)
            {
                yield break;
            }
        }
    }

    // A quote is part of its abstract: a paper that lacks a word has no claim with it.
    private static BsonDocument MayHold(ClaimQuery query)
    {
        var filter = PaperFields.HasWords(query.Text).AddRange(query.Type is { } type
            ? new BsonDocument("claims.analysis.claims.type", KebabEnumSerializer<ClaimType>.WordOf(type))
            : new BsonDocument("claims.analysis.claims.0", new BsonDocument("$exists", true)));
        return ClaimKeys.Of(query) is { Count: > 0 } keys ? filter.Add("$or", new BsonArray { HasAll(keys), NoKeys }) : filter;
    }

    private static BsonDocument HasAll(IReadOnlyList<string> keys) => new(Stage.KeysField, new BsonDocument("$all", new BsonArray(keys)));

    // Claims that were stored before there were keys may be about anything.
    private static BsonDocument NoKeys => new(Stage.KeysField, new BsonDocument("$exists", false));

    private static ClaimingPaper Read(EnrichedPaper paper)
    {
        var section = paper.Claims!;
        return new()
        {
            Id = paper.Id,
            Title = paper.Title,
            PublishedAt = paper.PublishedAt,
            ListedAt = paper.ListedAt,
            ObservedAt = paper.ObservedAt,
            Revision = section.Revision,
            Version = section.Version,
            Claims = section.Analysis.Claims,
            MainStarts = section.Analysis.Sentences.Where(sentence => sentence.MainClaim).Select(sentence => sentence.Start).ToHashSet(),
        };
    }
}
