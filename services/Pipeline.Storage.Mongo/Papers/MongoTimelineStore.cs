using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Timelines in MongoDB.</summary>
internal sealed class MongoTimelineStore(MongoCollections collections) : ITimelineStore
{
    public async Task<IReadOnlyList<TimelineEntry>?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await collections.Papers.Find(new BsonDocument("aliases", key))
            .Project(new BsonDocument(TimelineFields.Field, 1)).ToListAsync(cancellationToken);
        var paper = found.OrderBy(document => document["_id"] != key)
            .ThenBy(document => document["_id"].AsString, StringComparer.Ordinal).FirstOrDefault();
        return paper is null ? null : TimelineFields.Of(paper);
    }

    // In order: two entries of one paper stay as they came.
    public async Task AppendAsync(IReadOnlyList<TimelineNote> notes, CancellationToken cancellationToken)
    {
        if (notes.Count > 0)
        {
            await collections.Papers.BulkWriteAsync(
                notes.Select(note => new UpdateOneModel<BsonDocument>(new BsonDocument("_id", note.PaperId), TimelineFields.Note(note.Entry))),
                new BulkWriteOptions { IsOrdered = true },
                cancellationToken);
        }
    }
}
