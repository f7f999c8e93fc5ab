using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Errors;

public sealed class SlowReadTests
{
    // Counts for minutes before it gives a row.
    private const string Slow = """
        ALTER TABLE claims RENAME TO quick_claims;
        CREATE VIEW claims AS SELECT paper, json FROM quick_claims
            WHERE (WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 2000000000) SELECT count(*) FROM n) > 0;
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The database works on the thread of who asks: if it went on, there would be no answer.
    [Fact]
    public async Task Read_WhoseTimeIsOver_IsEndedInTheDatabase_AndItsConnectionReadsOn()
    {
        await using var api = await ApiProcess.StartAsync(("Api:RequestTimeout", "00:00:01"), ("Sqlite:ConcurrentReads", "1"));
        await api.GivenAsync(1);
        await MakeSlowAsync(api.Database);

        using var response = await api.GetAsync($"/papers/{Uri.EscapeDataString(Some.Paper(1).Id)}");

        await JsonText.ProblemAsync(response, 504, "took-too-long");
        Assert.Equal(0, await api.Port<IPaperStore>().CountPendingAsync(listingId: null, Token));
    }

    [Fact]
    public async Task Read_WhoseClientWentAway_IsEndedInTheDatabase()
    {
        await using var api = await ApiProcess.StartAsync(("Api:RequestTimeout", "00:10:00"), ("Sqlite:ConcurrentReads", "1"));
        await api.GivenAsync(1);
        await MakeSlowAsync(api.Database);
        using var client = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.Client.GetAsync(new Uri($"/papers/{Uri.EscapeDataString(Some.Paper(1).Id)}", UriKind.Relative), client.Token));

        Assert.Equal(0, await api.Port<IPaperStore>().CountPendingAsync(listingId: null, Token).WaitAsync(TimeSpan.FromMinutes(2), Token));
    }

    private static async Task MakeSlowAsync(string database)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = Slow;
        await command.ExecuteNonQueryAsync(Token);
    }
}
