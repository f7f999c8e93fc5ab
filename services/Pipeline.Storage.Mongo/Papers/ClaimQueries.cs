using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Bson;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Reads claims across papers.</summary>
internal sealed class ClaimQueries(IMongoCollection<BsonDocument> papers)
{
    // Of these papers only key, title and claims are filled.
    private static readonly BsonDocument OnlyClaims = new() { { "title", 1 }, { "claims.analysis.claims", 1 } };

    private readonly PaperPages _pages = new(papers);

    public async IAsyncEnumerable<ClaimHit> SearchAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = SearchWords.Of(query.Text);
        var left = query.Limit ?? int.MaxValue;

        await foreach (var paper in _pages.NewestAsync(MayHold(query), limit: null, OnlyClaims, cancellationToken))
        {
            foreach (var hit in Hits(paper, query.Type, words).Take(left))
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
        => PaperFields.HasWords(query.Text).AddRange(query.Type is { } type
            ? new BsonDocument("claims.analysis.claims.type", KebabEnumSerializer<ClaimType>.WordOf(type))
            : new BsonDocument("claims.analysis.claims.0", new BsonDocument("$exists", true)));

    private static IEnumerable<ClaimHit> Hits(EnrichedPaper paper, ClaimType? type, IReadOnlyList<string> words)
        => paper.Claims!.Analysis.Claims
            .Where(claim => (type is null || claim.Type == type) && (words.Count == 0 || PaperWords.Of(claim.Text).IsSupersetOf(words)))
            .Select(claim => new ClaimHit(paper.Id, paper.Title, claim));
}
