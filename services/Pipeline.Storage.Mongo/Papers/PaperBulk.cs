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
        if (written.Count == 0)
        {
            return false;
        }

        var others = await papers
            .Find(PaperFields.AnyOf("aliases", written.SelectMany(rewrite => rewrite.Merged.Aliases).Distinct(StringComparer.Ordinal))
                .Add("_id", new BsonDocument("$nin", new BsonArray(written.Select(rewrite => rewrite.Merged.Id)))))
            .Project(new BsonDocument("aliases", 1))
            .ToListAsync(cancellationToken);
        return others.Any(other => written.Any(rewrite => Meet(rewrite.Merged, [.. other["aliases"].AsBsonArray.Select(alias => alias.AsString)])));
    }

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
