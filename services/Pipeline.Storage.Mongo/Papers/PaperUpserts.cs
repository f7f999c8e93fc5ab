using MongoDB.Bson;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Merges listed papers into the stored ones: read, merge in memory, write back what nobody else has written since.</summary>
/// <remarks>
/// Papers that become one are written under their best key first and removed under the others after; a crash in between
/// leaves both, and the next call that meets either finishes it. Two writers may store one paper under two keys at the
/// same moment: each looks again after it has added a key, so at least the later one sees both and joins them.
/// </remarks>
internal sealed class PaperUpserts(IMongoCollection<BsonDocument> papers)
{
    // Merging again what is already merged changes nothing, so a round repeats the whole batch and writes only the rest.
    private const int MaxRounds = 100;

    private readonly PaperBulk _bulk = new(papers);

    public async Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(
        Observation observation, IReadOnlyList<ParsedPaper> listed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(listed);
        return await MergeAsync(
            observation,
            [.. listed.SelectMany(paper => paper.Aliases).Distinct(StringComparer.Ordinal)],
            batch => [.. listed.Select(paper => batch.Merge(paper, observation))],
            cancellationToken);
    }

    public async Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(keys);
        return await MergeAsync(
            observation,
            keys,
            batch => [.. keys.Select(key => batch.Withdraw(key, authority, observation)).OfType<string>()],
            cancellationToken);
    }

    private async Task<IReadOnlyList<UpsertOutcome>> MergeAsync(
        Observation observation, IReadOnlyList<string> keys, Func<PaperBatch, List<string>> merge, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var batch = new PaperBatch(await ReadAsync(keys, cancellationToken));
            var ids = merge(batch);
            if (await SettlesAsync([.. batch.Changes()], observation, cancellationToken))
            {
                return [.. ids.Select(id => UpsertOutcome.Of(batch.Get(id), observation))];
            }
        }

        throw new MongoException($"Other writers changed the papers of listing {observation.ListingId} {MaxRounds} times in a row.");
    }

    private async Task<List<EnrichedPaper>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => await papers.Find(PaperFields.AnyOf("aliases", keys))
            .Project<EnrichedPaper>(PaperFields.WithoutAnalyses)
            .ToListAsync(cancellationToken);

    // False when somebody else wrote in between, or stored a paper of the same key meanwhile.
    private async Task<bool> SettlesAsync(IReadOnlyList<PaperRewrite> changes, Observation observation, CancellationToken cancellationToken)
    {
        var joins = changes.Where(change => change.IsJoin).ToList();
        var joined = joins.Count == 0 ? null : await _bulk.ReadJoinedAsync(joins, cancellationToken);
        if (joins.Count > 0 && joined is null)
        {
            return false;
        }

        return await _bulk.AppliesAsync([.. changes.Select(change => PaperDocument.Write(change, joined, observation))], cancellationToken)
            && await _bulk.AppliesAsync(
                [.. joins.SelectMany(join => join.Former).Select(former => PaperDocument.Delete(joined![former.Id]))], cancellationToken)
            && !await _bulk.MeetOthersAsync([.. changes.Where(change => change.HasNewKeys)], cancellationToken);
    }
}
