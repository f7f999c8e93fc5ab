using Microsoft.Extensions.DependencyInjection;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests;

public sealed class ReadCancellationTests : IAsyncDisposable
{
    // Gives its first row at once, and then counts for minutes.
    private const string Slow = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000000000) SELECT x FROM n WHERE x = 1 OR x < 0";

    private readonly DataFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhoseCallerGoes_EndsInTheMiddleOfAStatement_WhichCanBeRunAgain()
    {
        var database = (await _folder.PrepareAsync()).GetRequiredService<SqliteDatabase>();
        for (var i = 0; i < 3; i++)
        {
            using var caller = new CancellationTokenSource();

            var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => CountAsync(database, caller));

            Assert.Equal(caller.Token, thrown.CancellationToken);
        }

        Assert.Equal(1, await database.ReadAsync(session => session.Number("SELECT 1"), Token));
    }

    [Fact]
    public async Task Read_AfterOneThatWasEnded_IsNotEnded()
    {
        var database = (await _folder.PrepareAsync()).GetRequiredService<SqliteDatabase>();
        using var caller = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => CountAsync(database, caller));

        var counted = await database.ReadAsync(
            session => session.Number("WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000) SELECT count(*) FROM n"), Token);

        Assert.Equal(100_000, counted);
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    // The caller goes while the statement runs: at its first row.
    private static Task<List<long>> CountAsync(SqliteDatabase database, CancellationTokenSource caller)
        => Task.Run(
            () => database.ReadAsync(
                session => session.List(
                    Slow,
                    row =>
                    {
                        caller.Cancel();
                        return row.GetInt64(0);
                    }),
                caller.Token),
            Token);
}
