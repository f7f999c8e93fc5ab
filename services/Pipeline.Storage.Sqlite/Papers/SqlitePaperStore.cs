using System.Runtime.CompilerServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Papers in SQLite: each write is one short transaction, each read a short look.</summary>
internal sealed class SqlitePaperStore(SqliteDatabase database) : IPaperStore
{
    // Papers read at once while streaming: a slow reader of the stream then holds no connection.
    private const int PageSize = 100;

    public async Task<IReadOnlyList<UpsertOutcome>> UpsertAsync(
        Observation observation, IReadOnlyList<ParsedPaper> papers, CancellationToken cancellationToken)
        => papers.Count == 0
            ? []
            : await database.WriteAsync(session => PaperUpsert.ApplyAll(session, observation, papers, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(
        Observation observation, SourceAuthority authority, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var outcomes = await EachAsync(keys, (session, key) => PaperUpsert.Withdraw(session, observation, authority, key), cancellationToken);
        return [.. outcomes.OfType<UpsertOutcome>()];
    }

    public Task<IReadOnlyList<SectionOutcome>> SaveClaimsAsync(
        IReadOnlyList<SectionWrite<ClaimsSection>> writes, CancellationToken cancellationToken)
        => EachAsync([.. writes.Select(write => new ClaimsRow(write.PaperId, write.Section, write.Attempt))], SectionSave.Apply, cancellationToken);

    public Task<IReadOnlyList<SectionOutcome>> SaveTopicsAsync(
        IReadOnlyList<SectionWrite<TopicsSection>> writes, CancellationToken cancellationToken)
        => EachAsync([.. writes.Select(write => new TopicsRow(write.PaperId, write.Section, write.Attempt))], SectionSave.Apply, cancellationToken);

    public Task<IReadOnlyList<PendingPaper>> TakePendingAsync(
        DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => database.WriteAsync(session => PendingSweep.Take(session, now, delay, limit), cancellationToken);

    public Task<long> CountPendingAsync(string? listingId, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => listingId is null
                ? session.Number("SELECT count(*) FROM papers WHERE pending = 1")
                : session.Number(
                    "SELECT count(*) FROM sightings s JOIN papers p ON p.pk = s.paper WHERE s.listing_id = ?1 AND p.pending = 1", listingId),
            cancellationToken);

    public Task<PaperSummary> SummariseAsync(string? listingId, CancellationToken cancellationToken)
    {
        const string sums = "SELECT count(*), total(p.pending), total(p.claim_count), total(p.topic_count > 0) ";
        return database.ReadAsync(
            session =>
            {
                using var row = listingId is null
                    ? session.Read(sums + "FROM papers p")
                    : session.Read(sums + "FROM sightings s JOIN papers p ON p.pk = s.paper WHERE s.listing_id = ?1", listingId);
                row.Read();
                return new PaperSummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
            },
            cancellationToken);
    }

    public Task<EnrichedPaper?> FindAsync(string key, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => PaperRow.Find(session, key) is { } row ? PaperQueries.Get(session, row.Pk) : null, cancellationToken);

    public Task<IReadOnlyDictionary<string, EnrichedPaper>> FindManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyDictionary<string, EnrichedPaper>>(
            session =>
            {
                var found = new Dictionary<string, EnrichedPaper>(StringComparer.Ordinal);
                foreach (var key in keys.Distinct(StringComparer.Ordinal))
                {
                    if (PaperRow.Find(session, key) is { } row)
                    {
                        found.Add(key, PaperQueries.Get(session, row.Pk));
                    }
                }

                return found;
            },
            cancellationToken);

    public IAsyncEnumerable<EnrichedPaper> QueryAsync(PaperQuery query, CancellationToken cancellationToken)
        => StreamAsync<EnrichedPaper>(
            session => PaperQueries.Keys(session, query), (session, pk) => [PaperQueries.Get(session, pk)], query.Limit, cancellationToken);

    public Task<IReadOnlyList<TopicCount>> CountTopicsAsync(TopicCountQuery query, CancellationToken cancellationToken)
        => database.ReadAsync(session => TopicQueries.Count(session, query), cancellationToken);

    public IAsyncEnumerable<ClaimHit> SearchClaimsAsync(ClaimQuery query, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(query);
        var ranked = query.Order == ClaimOrder.Value;
        var hits = StreamAsync(
            session => ClaimQueries.Keys(session, query),
            (session, pk) => ClaimQueries.Hits(session, filter, pk),
            ranked ? null : query.Limit,
            cancellationToken);
        return ranked ? ClaimRanking.ByValueAsync(hits, filter, query.After, query.Limit, cancellationToken) : hits;
    }

    private async Task<IReadOnlyList<TOutcome>> EachAsync<TItem, TOutcome>(
        IReadOnlyList<TItem> items, Func<SqliteSession, TItem, TOutcome> apply, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return [];
        }

        return await database.WriteAsync(
            session =>
            {
                var outcomes = new List<TOutcome>(items.Count);
                foreach (var item in items)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    outcomes.Add(apply(session, item));
                }

                return outcomes;
            },
            cancellationToken);
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        Func<SqliteSession, IReadOnlyList<long>> keys,
        Func<SqliteSession, long, IReadOnlyList<T>> read,
        int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = limit ?? long.MaxValue;
        foreach (var page in (await database.ReadAsync(keys, cancellationToken)).Chunk(PageSize))
        {
            foreach (var item in await database.ReadAsync(session => page.SelectMany(pk => read(session, pk)).ToList(), cancellationToken))
            {
                yield return item;
                if (--left == 0)
                {
                    yield break;
                }
            }
        }
    }
}
