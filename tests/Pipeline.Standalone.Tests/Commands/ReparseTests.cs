using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class ReparseTests : IDisposable
{
    private const string First = "arxiv:2409.90101";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Archive_ThatReadsAsBefore_ChangesNothing()
    {
        var before = await GivenAsync(Samples.Json, Samples.Text);

        var result = await _workspace.RunAsync("reparse");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Contains("Nothing changed", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 (0 changed, 2 unchanged, 0 failed, 0 not yet parsed)", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task StoreThatWasTamperedWith_IsShownBeforeAndAfter_AndIsAsItWas_AndTheNextRunChangesNothing()
    {
        var before = await GivenAsync(Samples.Json);
        Execute($"UPDATE contents SET json = json_set(json, '$.authors', json('[]')) WHERE json ->> '$.id' = '{First}'");
        Execute("UPDATE listings SET json = json_set(json, '$.result.format', 'old-format', '$.result.parserVersion', 'listings/0')");
        Assert.NotEqual(before, await ExportAsync());

        var result = await _workspace.RunAsync("reparse", "--json");

        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        using var line = JsonDocument.Parse(result.Lines[0]);
        Assert.Equal(("old-format", "listings/0"), (Text(line, "before", "format"), Text(line, "before", "parser")));
        Assert.Equal("hf-json", Text(line, "after", "format"));
        var paper = line.RootElement.GetProperty("papers")[0];
        Assert.Equal((First, "changed"), (paper.GetProperty("paperId").GetString(), paper.GetProperty("difference").GetString()));
        var field = paper.GetProperty("fields")[0];
        Assert.Equal("authors", field.GetProperty("name").GetString());
        Assert.StartsWith("Mara Lindqvist", field.GetProperty("after").GetString(), StringComparison.Ordinal);
        using var totals = JsonDocument.Parse(result.Lines[1]);
        Assert.Equal(1, totals.RootElement.GetProperty("totals").GetProperty("changed").GetInt32());
        Assert.Equal(before, await ExportAsync());

        Assert.Contains("Nothing changed", (await _workspace.RunAsync("reparse")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PaperThatWasLost_IsShown_ComesBack_AndIsEnrichedWhenTheVerbEnds()
    {
        await GivenAsync(Samples.Json);
        var shown = (await _workspace.RunAsync("papers", "show", First)).Output;
        Lose(First);
        Assert.Equal(1, (await _workspace.RunAsync("papers", "show", First)).ExitCode);

        var result = await _workspace.RunAsync("reparse");

        Assert.Contains("now listed", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 now listed, 0 no longer listed, 0 changed", result.Output, StringComparison.Ordinal);
        Assert.Equal(shown, (await _workspace.RunAsync("papers", "show", First)).Output);
    }

    [Fact]
    public async Task DryRun_ShowsTheSame_AndWritesNothing()
    {
        await GivenAsync(Samples.Json);
        Execute("UPDATE listings SET json = json_set(json, '$.result.rejected', 1, '$.result.rejections', json('[{\"where\":\"line 3\",\"reason\":\"Why.\"}]'))");
        Lose(First);
        var before = await ExportAsync();

        var preview = await _workspace.RunAsync("reparse", "--dry-run", "--json");

        Assert.Equal(("", 0), (preview.Error, preview.ExitCode));
        Assert.Equal(before, await ExportAsync());
        var run = await _workspace.RunAsync("reparse", "--json");
        Assert.Equal(run.Output, preview.Output);
        Assert.Contains("\"noLongerRejected\":[{\"where\":\"line 3\"", run.Output, StringComparison.Ordinal);
        Assert.NotEqual(before, await ExportAsync());
    }

    [Fact]
    public async Task ListingWhoseBytesAreGone_IsNamed_TheOthersAreRead_AndTheExitCodeIsOne()
    {
        var before = await GivenAsync(Samples.Json, Samples.Text);
        var lost = Directory.EnumerateFiles(Path.Combine(_workspace.Data, "archive"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Delete(lost);

        var result = await _workspace.RunAsync("reparse");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Path.GetFileName(lost), Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.StartsWith("daily-papers.", result.Problems[0], StringComparison.Ordinal);
        Assert.Contains("2 (0 changed, 1 unchanged, 1 failed, 0 not yet parsed)", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task Selection_ReadsOnlyListingsOfThatSourceAndTime()
    {
        await GivenAsync(Samples.Json, Samples.Text);

        Assert.Contains("Listings         1 (", (await _workspace.RunAsync("reparse", "--source", $"file:{Samples.Json}")).Output, StringComparison.Ordinal);
        Assert.Contains("Listings         2 (", (await _workspace.RunAsync("reparse", "--from", "2020-01-31", "--to", "9999-01-01")).Output, StringComparison.Ordinal);
        Assert.Contains("No listing is recorded", (await _workspace.RunAsync("reparse", "--to", "2020-01-31")).Output, StringComparison.Ordinal);
        Assert.Contains("No listing is recorded", (await _workspace.RunAsync("reparse", "--from", "9999-01-01")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from 2026-13-01", "--from: 2026-13-01 is no day")]
    [InlineData("--to yesterday", "--to: yesterday is no day")]
    [InlineData("--from 2026-01-02 --to 2026-01-01", "--to: is before --from")]
    public async Task Days_ThatMakeNoSense_AreRefusedByName(string arguments, string problem)
    {
        var result = await _workspace.RunAsync(["reparse", .. arguments.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(problem, result.Problems[0], StringComparison.Ordinal);
    }

    private async Task<string> GivenAsync(params string[] files)
    {
        foreach (var file in files)
        {
            Assert.Equal(0, (await _workspace.RunAsync("ingest", file)).ExitCode);
        }

        return await ExportAsync();
    }

    private async Task<string> ExportAsync() => (await _workspace.RunAsync("papers", "export")).Output;

    private void Lose(string id)
    {
        var paper = $"(SELECT pk FROM papers WHERE id = '{id}')";
        foreach (var table in new[] { "contents", "claims", "topics", "aliases", "sightings", "paper_topics" })
        {
            Execute($"DELETE FROM {table} WHERE paper = {paper}");
        }

        Execute($"DELETE FROM papers WHERE id = '{id}'");
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_workspace.Data, "pipeline.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static string? Text(JsonDocument line, string part, string name) => line.RootElement.GetProperty(part).GetProperty(name).GetString();
}
