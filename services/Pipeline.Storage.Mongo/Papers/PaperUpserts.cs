using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Merges listed papers into the stored ones: read, merge in memory, write back what nobody else has written since.</summary>
internal sealed class PaperUpserts(IMongoCollection<BsonDocument> papers)
{
    // Merging again what is already merged changes nothing, so a round repeats the whole batch and writes only the rest.
    private const int MaxRounds = 100;

    public async Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(
        Observation observation, IReadOnlyList<ParsedPaper> listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(listed);
        if (listed.Count == 0)
        {
            return [];
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var batch = new PaperBatch(await ReadAsync(listed, cancellationToken));
            var ids = listed.Select(paper => batch.Merge(paper, observation)).ToList();
            var writes = batch.Changes().Select(change => PaperDocument.Write(change.Stored, change.Merged, observation)).ToList();
            if (await AppliesAsync(writes, cancellationToken))
            {
                return [.. ids.Select(id => Outcome(batch.Get(id), observation))];
            }
        }

        throw new MongoException($"Other writers changed the papers of listing {observation.ListingId} {MaxRounds} times in a row.");
    }

    private async Task<List<EnrichedPaper>> ReadAsync(IReadOnlyList<ParsedPaper> listed, CancellationToken cancellationToken)
    {
        var keys = listed.SelectMany(paper => paper.Aliases.Append(paper.Id)).Distinct(StringComparer.Ordinal);
        return await papers.Find(PaperFields.AnyOf("aliases", keys))
            .Project<EnrichedPaper>(PaperFields.WithoutAnalyses)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> AppliesAsync(List<WriteModel<BsonDocument>> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return true;
        }

        try
        {
            var result = await papers.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            return result.InsertedCount + result.MatchedCount == writes.Count;
        }
        catch (MongoBulkWriteException<BsonDocument> e) when (e.WriteConcernError is null && e.WriteErrors.All(WriteErrors.IsConflict))
        {
            return false;
        }
    }

    private static UpsertOutcome Outcome(EnrichedPaper paper, Observation observation) => new(
        paper.Id,
        paper.FirstListingId == observation.ListingId ? PaperChange.New
            : paper.ContentListingId == observation.ListingId ? PaperChange.Changed
            : PaperChange.Unchanged,
        paper.Revision,
        paper.Title,
        paper.Abstract,
        paper.Pending);
}
