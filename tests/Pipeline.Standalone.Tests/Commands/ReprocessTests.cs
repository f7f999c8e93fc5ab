using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class ReprocessTests : IDisposable
{
    private const string First = "arxiv:2409.90101";
    private const string Current = "claims/3";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task PapersOfAnOlderVersion_AreDoneAgain_TheDiffIsShownAndKept_AndTheNextRunFindsNothing()
    {
        var before = await GivenAsync(Samples.Json);
        Outdate(loseAClaimOf: First);
        Assert.NotEqual(before, await ClaimsAsync());

        var result = await _workspace.RunAsync("reprocess", "--from", "claims", "--older-than", Current);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("12 of 12: 1 changed, 11 unchanged, 0 overtaken, 0 failed", result.Output, StringComparison.Ordinal);
        Assert.Contains(First, result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ClaimsAsync());
        Assert.Contains("0 of 0:", (await _workspace.RunAsync("reprocess", "--from", "claims", "--outdated")).Output, StringComparison.Ordinal);

        using var kept = await ShowAsync((await RunIdsAsync())[1]);
        var counts = kept.RootElement.GetProperty("diff").GetProperty("counts")[0];
        Assert.Equal((1, 0, 0), (Number(counts, "added"), Number(counts, "removed"), Number(counts, "changed")));
        Assert.Equal("done", kept.RootElement.GetProperty("state").GetString());
    }

    [Fact]
    public async Task OnlyThePaperThatChanged_IsCompletedAnew()
    {
        await GivenAsync(Samples.Json);
        Outdate(loseAClaimOf: First);
        Execute("UPDATE papers SET completion = json_set(completion, '$.claimsVersion', 'claims/2')");

        await _workspace.RunAsync("reprocess", "--from", "claims");

        Assert.Equal([First], Read($"SELECT id FROM papers WHERE completion ->> '$.claimsVersion' = '{Current}'"));
        Assert.Equal(12, Read($"SELECT id FROM papers WHERE claims_version = '{Current}' AND pending = 0").Count);
    }

    [Fact]
    public async Task Shadow_ShowsWhatWouldChange_AndWritesNothing()
    {
        await GivenAsync(Samples.Json);
        Outdate(loseAClaimOf: First);
        var before = await ClaimsAsync();

        var result = await _workspace.RunAsync("reprocess", "--from", "claims", "--shadow");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("compared only", result.Output, StringComparison.Ordinal);
        Assert.Contains("12 of 12: 1 changed, 11 unchanged", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ClaimsAsync());
        Assert.Equal(12, Read("SELECT id FROM papers WHERE claims_version = 'claims/2'").Count);
    }

    [Fact]
    public async Task DryRun_CountsAndDoesNothing()
    {
        await GivenAsync(Samples.Json);
        Outdate();
        Execute($"UPDATE papers SET claims_version = '{Current}' WHERE id = '{First}'");

        var result = await _workspace.RunAsync("reprocess", "--from", "claims", "--dry-run");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("12: 11 to do again, 1 done by this version already", result.Output, StringComparison.Ordinal);
        Assert.Contains("at least 1 s", result.Output, StringComparison.Ordinal);
        Assert.Empty(await RunIdsAsync());
        Assert.Equal(11, Read("SELECT id FROM papers WHERE claims_version = 'claims/2'").Count);
    }

    [Theory]
    [InlineData("--id arxiv:2409.90101", 1)]
    [InlineData("--made-by claims/2", 12)]
    [InlineData("--made-by claims/1", 0)]
    [InlineData("--older-than claims/2", 0)]
    [InlineData("--failed", 0)]
    [InlineData("--since 2100-01-01", 0)]
    [InlineData("--source nobody", 0)]
    [InlineData("--text attention --outdated", 1)]
    public async Task Selection_NarrowsTheRun(string options, int expected)
    {
        await GivenAsync(Samples.Json);
        Outdate();

        var result = await _workspace.RunAsync(["reprocess", "--from", "claims", "--json", .. options.Split(' ')]);

        using var run = JsonDocument.Parse(Assert.Single(result.Lines));
        Assert.Equal(expected, Number(run.RootElement.GetProperty("counts"), "unchanged"));
    }

    [Fact]
    public async Task ProcessThatIsKilled_LeavesARunThatGoesOnWhereItWas()
    {
        const int papers = 1_500;
        await GivenAsync(_workspace.Write("many.jsonl", string.Concat(Enumerable.Range(1, papers).Select(Line))));
        var before = await ClaimsAsync();
        Outdate();

        await using (var running = _workspace.Start("reprocess", "--from", "claims"))
        {
            await running.UntilAsync(() => Read($"SELECT id FROM papers WHERE claims_version = '{Current}'").Count is > 0);
            await running.KillAsync();
        }

        var id = Assert.Single(await RunIdsAsync());
        using (var left = await ShowAsync(id))
        {
            Assert.Equal("running", left.RootElement.GetProperty("state").GetString());
        }

        var result = await _workspace.RunAsync("runs", "resume", id);

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("1,500 of 1,500: 0 changed, 1,500 unchanged, 0 overtaken, 0 failed", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ClaimsAsync());
    }

    [Fact]
    public async Task RunThatIsPausedAndCancelled_SaysHowItStands()
    {
        await GivenAsync(Samples.Json);
        await _workspace.RunAsync("reprocess", "--from", "topics");
        Execute("UPDATE reprocess_runs SET running = 1, json = json_set(json, '$.state', 'running')");
        var id = Assert.Single(await RunIdsAsync());

        Assert.Contains($"{id}: paused", (await _workspace.RunAsync("runs", "pause", id)).Output, StringComparison.Ordinal);
        Assert.Contains($"{id}: cancelled", (await _workspace.RunAsync("runs", "cancel", id)).Output, StringComparison.Ordinal);
        Assert.Contains($"{id}: cancelled", (await _workspace.RunAsync("runs", "resume", id)).Output, StringComparison.Ordinal);
        Assert.Contains("cancelled", (await _workspace.RunAsync("runs", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FromParse_ReadsTheArchiveAgain()
    {
        await GivenAsync(Samples.Json);

        Assert.Contains("Nothing changed", (await _workspace.RunAsync("reprocess", "--from", "parse")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Option '--from' is required")]
    [InlineData("--from claims --older-than 3", "--older-than: 3 is no version")]
    [InlineData("--from claims --older-than claims/3 --made-by claims/1", "--older-than: cannot be asked for together with --made-by")]
    [InlineData("--from claims --since 2026-01-02 --until 2026-01-01", "--since: must not lie after --until")]
    [InlineData("--from parse --id a", "--id: cannot be asked for together with --from parse")]
    [InlineData("--from parse --shadow", "--shadow: cannot be asked for together with --from parse")]
    [InlineData("--from topics --topic nonsense", "--topic: the taxonomy arxiv has no topic nonsense")]
    public async Task OptionsThatMakeNoSense_AreRefusedByName(string arguments, string problem)
    {
        var result = await _workspace.RunAsync(["reprocess", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(problem, result.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatIsNotThere_IsNamed()
    {
        var result = await _workspace.RunAsync("runs", "show", "6f1f3a5e-0c4b-5d6a-9a3f-2b7c8d9e0f11");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("6f1f3a5e-0c4b-5d6a-9a3f-2b7c8d9e0f11: no run has this id", result.Problems[0], StringComparison.Ordinal);
    }

    private static string Line(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"2409.{{number:00000}}","title":"Method {{number}} for testing","abstract":"We propose method {{number}}. It reaches {{number % 100}}.5 % on the benchmark and outperforms all baselines."}{{'\n'}}""");

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<string> GivenAsync(string file)
    {
        Assert.Equal(0, (await _workspace.RunAsync("ingest", file)).ExitCode);
        return await ClaimsAsync();
    }

    private async Task<string> ClaimsAsync() => (await _workspace.RunAsync("claims", "export", "--format", "csv")).Output;

    private async Task<IReadOnlyList<string>> RunIdsAsync()
        => [.. (await _workspace.RunAsync("runs", "list", "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];

    private async Task<JsonDocument> ShowAsync(string id) => JsonDocument.Parse(Assert.Single((await _workspace.RunAsync("runs", "show", id, "--json")).Lines));

    // As an older version would have left them.
    private void Outdate(string? loseAClaimOf = null)
    {
        Execute("UPDATE papers SET claims_version = 'claims/2'");
        Execute("UPDATE claims SET json = json_set(json, '$.version.version', '2')");
        if (loseAClaimOf is { } id)
        {
            Execute($"UPDATE claims SET json = json_remove(json, '$.analysis.claims[0]') WHERE paper = (SELECT pk FROM papers WHERE id = '{id}')");
        }
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private List<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_workspace.Data, "pipeline.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
