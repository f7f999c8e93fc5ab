using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The Parser's part of a paper as writes: an insert, or an update guarded by the sequence that was read.</summary>
internal static class PaperDocument
{
    private static readonly string[] Sections = [Stage.ClaimsField, Stage.KeysField, Stage.TopicsField, "enriched"];

    /// <param name="rewrite">What becomes of the paper.</param>
    /// <param name="joined">The stored documents of a join, whole, by key; null when nothing is joined.</param>
    /// <param name="observation">The listing.</param>
    public static WriteModel<BsonDocument> Write(PaperRewrite rewrite, IReadOnlyDictionary<string, BsonDocument>? joined, Observation observation)
    {
        if (joined is not null && rewrite.IsJoin)
        {
            return Join(rewrite, joined, observation);
        }

        var entries = PaperTimeline.OfMerge(rewrite.Sources, rewrite.Merged, observation);
        return rewrite.Stored is { } stored
            ? new UpdateOneModel<BsonDocument>(
                Guard(stored, rewrite.Merged), PaperFields.Write(Difference(stored, rewrite.Merged, observation)).Push(entries))
            : new InsertOneModel<BsonDocument>(Whole(rewrite.Merged, observation).Add(TimelineFields.Field, TimelineFields.Array(entries)));
    }

    /// <summary>Removes a paper that stands under another key now, unless somebody has written it since it was read.</summary>
    public static WriteModel<BsonDocument> Delete(BsonDocument former) => new DeleteOneModel<BsonDocument>(GuardOf(former));

    // The sections come as raw documents: they were read to be moved, not to be understood.
    private static WriteModel<BsonDocument> Join(PaperRewrite rewrite, IReadOnlyDictionary<string, BsonDocument> joined, Observation observation)
    {
        var merged = rewrite.Merged;
        var source = SectionStamps.Richest(merged.Revision, merged.Id, rewrite.Sources, SectionStamps.Of);
        var document = Whole(merged, observation);
        foreach (var section in Sections)
        {
            document.Remove(section);
            if (joined[source.Id].TryGetValue(section, out var value))
            {
                document.Add(section, value);
            }
        }

        document[TimelineFields.Field] = Timeline(rewrite, joined, observation);
        document["pending"] = !SectionStamps.Of(source).AreAt(merged.Revision);
        if (rewrite.Stored is null)
        {
            return new InsertOneModel<BsonDocument>(document);
        }

        // Whole: what the paper had before and has no more, such as a section of another text, must not stay.
        var stored = joined[merged.Id];
        document["writes"] = stored["writes"].ToInt32() + 1;
        return new ReplaceOneModel<BsonDocument>(GuardOf(stored), document);
    }

    private static BsonArray Timeline(PaperRewrite rewrite, IReadOnlyDictionary<string, BsonDocument> joined, Observation observation)
    {
        var before = PaperTimeline.Join(rewrite.Sources.SelectMany(source => TimelineFields.Of(joined[source.Id])));
        var entries = PaperTimeline.OfMerge(rewrite.Sources, rewrite.Merged, observation);
        return TimelineFields.Array(before.Concat(entries).TakeLast(PaperTimeline.MaxEntries));
    }

    private static BsonDocument GuardOf(BsonDocument read)
        => new() { { "_id", read["_id"] }, { "sequence", read["sequence"] }, { "writes", read["writes"] } };

    // Stages do not count in the sequence. What lets a new revision count as complete must still stand when it is written.
    private static BsonDocument Guard(EnrichedPaper stored, EnrichedPaper merged)
    {
        var guard = new BsonDocument { { "_id", stored.Id }, { "sequence", stored.Sequence } };
        return merged.Pending || merged.Revision == stored.Revision
            ? guard
            : guard.AddRange(new BsonDocument { { "claims.revision", merged.Revision }, { "topics.revision", merged.Revision } });
    }

    private static BsonDocument Whole(EnrichedPaper paper, Observation observation)
        => paper.ToBsonDocument().Merge(Waiting(paper, observation), overwriteExistingElements: true).Add("writes", 1);

    private static BsonDocument Difference(EnrichedPaper stored, EnrichedPaper merged, Observation observation)
    {
        var before = stored.ToBsonDocument();
        var fields = new BsonDocument(merged.ToBsonDocument()
            .Where(field => !before.TryGetValue(field.Name, out var value) || value != field.Value));

        // The new revision's state is written even when it looks the same: a stage may have completed the old one since.
        return merged.Revision == stored.Revision
            ? fields
            : fields.Merge(Waiting(merged, observation), overwriteExistingElements: true);
    }

    private static BsonDocument Waiting(EnrichedPaper paper, Observation observation) => new()
    {
        { "pending", paper.Pending },
        { "sweepAt", PaperFields.Date(observation.StoredAt) },
        { "sweeps", 0 },
        { "words", new BsonArray(PaperWords.Of(paper.Title, paper.Abstract)) },
    };
}
