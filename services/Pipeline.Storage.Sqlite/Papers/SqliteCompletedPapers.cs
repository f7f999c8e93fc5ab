using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>Complete papers in SQLite.</summary>
internal sealed class SqliteCompletedPapers(SqliteDatabase database) : ICompletedPapers
{
    // Papers read at once while streaming: a slow reader of the stream then holds no connection.
    private const int PageSize = 500;

    public async IAsyncEnumerable<CompletedPaper> SinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = await database.ReadAsync(session => Keys(session, since), cancellationToken);
        foreach (var page in keys.Chunk(PageSize))
        {
            foreach (var paper in await database.ReadAsync(session => page.SelectMany(pk => Get(session, pk)).ToList(), cancellationToken))
            {
                yield return paper;
            }
        }
    }

    // Times are text in UTC, which begins with the second.
    private static List<long> Keys(SqliteSession session, DateTimeOffset since)
        => session.List(
            """
            SELECT pk FROM papers
            WHERE pending = 0 AND completion ->> '$.revision' = revision AND completion ->> '$.at' >= ?1
            ORDER BY completion ->> '$.at', id
            """,
            row => row.GetInt64(0),
            since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    private static List<CompletedPaper> Get(SqliteSession session, long pk)
        => session.List(
            "SELECT id, completion FROM papers WHERE pk = ?1 AND pending = 0 AND completion ->> '$.revision' = revision",
            row => new CompletedPaper(row.GetString(0), JsonSerializer.Deserialize<Completion>(row.GetString(1), PaperJson.Options)!),
            pk);
}
