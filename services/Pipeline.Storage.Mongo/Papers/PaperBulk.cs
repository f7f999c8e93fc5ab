using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The statements a batch of papers is written with.</summary>
internal sealed class PaperBulk(IMongoCollection<BsonDocument> papers)
{
    /// <summary>Reads whole what is about to be joined: its sections move with it.</summary>
    /// <returns>The documents by key; null when one of them is no longer what the join was decided on.</returns>
    public async Task<IReadOnlyDictionary<string, BsonDocument>?> ReadJoinedAsync(
        IReadOnlyList<PaperRewrite> joins, CancellationToken cancellationToken)
    {
        var sources = joins.SelectMany(join => join.Sources).ToList();
        var found = await papers.Find(PaperFields.AnyOf("_id", sources.Select(source => source.Id))).ToListAsync(cancellationToken);
        var byId = found.ToDictionary(document => document["_id"].AsString, StringComparer.Ordinal);
        return sources.All(source => byId.TryGetValue(source.Id, out var document) && IsStill(document, source)) ? byId : null;
    }

    /// <summary>Writes all, or as much as nobody else has changed.</summary>
    /// <returns>Whether every write applied.</returns>
    public async Task<bool> AppliesAsync(IReadOnlyList<WriteModel<BsonDocument>> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return true;
        }

        try
        {
            var result = await papers.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            return result.InsertedCount + result.MatchedCount + result.DeletedCount == writes.Count;
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null && e.WriteErrors.All(WriteErrors.IsConflict))
        {
            return false;
        }
    }

    /// <summary>Whether papers share a key with others that may be the same.</summary>
    public async Task<bool> MeetOthersAsync(IReadOnlyList<PaperRewrite> written, CancellationToken cancellationToken)
    {
        var keys = written.SelectMany(rewrite => SharedKeys(rewrite.Merged)).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
        {
            return false;
        }

        // The papers themselves are told apart here: a condition on the key as well makes some engines leave the index.
        var own = written.Select(rewrite => rewrite.Merged.Id).ToHashSet(StringComparer.Ordinal);
        var found = await papers.Find(PaperFields.AnyOf("aliases", keys)).Project(new BsonDocument("aliases", 1)).ToListAsync(cancellationToken);
        return found.Where(document => !own.Contains(document["_id"].AsString))
            .Select(document => document["aliases"].AsBsonArray.Select(alias => alias.AsString).ToList())
            .Any(aliases => written.Any(rewrite => Meet(rewrite.Merged, aliases)));
    }

    // Nobody else can store a paper under the surest kind of key: it would be the same document.
    private static IEnumerable<string> SharedKeys(EnrichedPaper paper)
        => paper.Aliases.Where(alias => alias != paper.Id || !PaperIdentity.IsSurest(alias));

    private static bool Meet(EnrichedPaper paper, List<string> aliases)
        => paper.Aliases.Any(aliases.Contains) && PaperIdentity.MayBeSame(paper.Aliases, aliases);

    private static bool IsStill(BsonDocument document, EnrichedPaper source)
    {
        var stamps = SectionStamps.Of(source);
        return document["sequence"].AsInt32 == source.Sequence
            && RevisionIn(document, Stage.ClaimsField) == stamps.Claims
            && RevisionIn(document, Stage.TopicsField) == stamps.Topics
            && RevisionIn(document, "enriched") == stamps.Completed;
    }

    private static string? RevisionIn(BsonDocument document, string section)
        => document.TryGetValue(section, out var value) && value.IsBsonDocument ? value["revision"].AsString : null;
}
