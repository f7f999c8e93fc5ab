using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Storage.Sqlite.Sources;

namespace Pipeline.Storage.Sqlite.Subscriptions;

/// <summary>Issues of digests in SQLite, one row each, and one for each paper that a subscription was told of.</summary>
internal sealed class SqliteDigestStore(SqliteDatabase database) : IDigestStore
{
    public Task<DigestIssue?> KeepAsync(DigestIssue issue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return database.WriteAsync(session => Keep(session, issue), cancellationToken);
    }

    public Task<DigestIssue?> FindLastAsync(Guid subscriptionId, CancellationToken cancellationToken)
        => database.ReadAsync(
            session => session.List(
                "SELECT json FROM digest_issues WHERE subscription = ?1 ORDER BY number DESC LIMIT 1", row => Read(row.GetString(0)),
                SourceColumns.Key(subscriptionId)).SingleOrDefault(),
            cancellationToken);

    public Task MarkSentAsync(Guid subscriptionId, int number, DateTimeOffset at, CancellationToken cancellationToken)
        => database.WriteAsync(
            session => Find(session, subscriptionId, number) is { } issue
                ? session.Run(
                    "UPDATE digest_issues SET json = ?3 WHERE subscription = ?1 AND number = ?2",
                    SourceColumns.Key(subscriptionId), (long)number, SourceColumns.Json(issue with { SentAt = at }))
                : 0,
            cancellationToken);

    public async Task<IReadOnlySet<string>> FindToldAsync(Guid subscriptionId, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => (await database.ReadAsync(
            session => session.List(
                "SELECT paper FROM digest_papers WHERE subscription = ?1 AND paper IN (SELECT value FROM json_each(?2))",
                row => row.GetString(0), SourceColumns.Key(subscriptionId), SourceColumns.Json(paperIds)),
            cancellationToken)).ToHashSet(StringComparer.Ordinal);

    private static DigestIssue? Keep(SqliteSession session, DigestIssue issue)
    {
        if (SubscriptionRows.Find(session, issue.SubscriptionId) is null)
        {
            return null;
        }

        if (Find(session, issue.SubscriptionId, issue.Number) is { } kept)
        {
            return kept;
        }

        var key = SourceColumns.Key(issue.SubscriptionId);
        session.Run("INSERT INTO digest_issues (subscription, number, json) VALUES (?1, ?2, ?3)", key, (long)issue.Number, SourceColumns.Json(issue));
        foreach (var paper in issue.PaperIds)
        {
            session.Run("INSERT INTO digest_papers (subscription, paper) VALUES (?1, ?2) ON CONFLICT DO NOTHING", key, paper);
        }

        return issue;
    }

    private static DigestIssue? Find(SqliteSession session, Guid subscription, int number)
        => session.List(
            "SELECT json FROM digest_issues WHERE subscription = ?1 AND number = ?2", row => Read(row.GetString(0)),
            SourceColumns.Key(subscription), (long)number).SingleOrDefault();

    private static DigestIssue Read(string json) => SourceColumns.FromJson<DigestIssue>(json);
}
