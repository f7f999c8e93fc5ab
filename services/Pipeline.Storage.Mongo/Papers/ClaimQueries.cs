using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Bson;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Reads claims across papers.</summary>
internal sealed class ClaimQueries(IMongoCollection<BsonDocument> papers)
{
    private const int PageSize = 100;

    // Of these papers only key, title and claims are filled.
    private static readonly BsonDocument OnlyClaims = new() { { "title", 1 }, { "claims.analysis.claims", 1 } };

    public async IAsyncEnumerable<ClaimHit> SearchAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = SearchWords.Of(query.Text);
        var left = query.Limit ?? int.MaxValue;

        using var cursor = await papers.Find(MayHold(query), new FindOptions { BatchSize = PageSize })
            .Sort(PaperFields.NewestFirst).Project<EnrichedPaper>(OnlyClaims).ToCursorAsync(cancellationToken);
        while (left > 0 && await cursor.MoveNextAsync(cancellationToken))
        {
            foreach (var hit in cursor.Current.SelectMany(paper => Hits(paper, query.Type, words)).Take(left))
            {
                left--;
                yield return hit;
            }
        }
    }

    // A quote is part of its abstract: a paper that lacks a word has no claim with it.
    private static BsonDocument MayHold(ClaimQuery query)
        => PaperFields.HasWords(query.Text).AddRange(query.Type is { } type
            ? new BsonDocument("claims.analysis.claims.type", KebabEnumSerializer<ClaimType>.WordOf(type))
            : new BsonDocument("claims.analysis.claims.0", new BsonDocument("$exists", true)));

    private static IEnumerable<ClaimHit> Hits(EnrichedPaper paper, ClaimType? type, IReadOnlyList<string> words)
        => paper.Claims!.Analysis.Claims
            .Where(claim => (type is null || claim.Type == type) && (words.Count == 0 || PaperWords.Of(claim.Text).IsSupersetOf(words)))
            .Select(claim => new ClaimHit(paper.Id, paper.Title, claim));
}
