using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Messages that failed, from the failing stage to the replay, as a person at the command line sees them.</summary>
public sealed class DeadLettersTests : IDisposable
{
    private const string Closed = "CREATE TRIGGER closed BEFORE INSERT ON claims BEGIN SELECT raise(ABORT, 'claims are closed'); END";
    private const string Opened = "DROP TRIGGER closed";

    private readonly Workspace _workspace = new();
    private readonly string _config;

    public DeadLettersTests()
        => _config = _workspace.Write("settings.json", """{ "Ledger": { "Attempts": 1 }, "Retry": { "Delay": "00:00:00.010", "Limit": 1 } }""");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task List_ShowsWhatFailed_ByStageAndCause_AndOneByOne()
    {
        var ids = await GivenAsync();

        var list = await RunAsync("list");
        Assert.Equal(("", 0), (list.Error, list.ExitCode));
        Assert.Contains("extract-claims", list.Output, StringComparison.Ordinal);
        Assert.Contains("claims are", list.Output, StringComparison.Ordinal);

        using var group = JsonDocument.Parse((await RunAsync("list", "--json", "--stage", "extract-claims")).Lines[0]);
        Assert.Equal(("dead", "transient", ids.Count), (Text(group, "state"), Text(group, "cause"), group.RootElement.GetProperty("count").GetInt32()));
        Assert.Equal(ids.Count, (await RunAsync("list", "--each", "--json", "--limit", "100", "--cause", "claims are closed", "--stage", "extract-claims")).Lines.Count);
        Assert.Equal("None.", (await RunAsync("list", "--older-than", "1h")).Output.Trim());
        Assert.Equal("None.", (await RunAsync("list", "--waiting")).Output.Trim());
    }

    [Fact]
    public async Task Show_TellsAllThatIsKnown()
    {
        var ids = await GivenAsync();

        var page = (await RunAsync("show", ids[0])).Output;

        foreach (var part in new[] { ids[0], "PaperParsed", "arxiv:", "claims are closed", "What was done", "Timeline of arxiv:", "claims failed: dead letter: ", "died by extract-claims", "Headers", "Stack", "SqliteException", "\"abstract\"" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }

        using var line = JsonDocument.Parse((await RunAsync("show", ids[0], "--json")).Lines[0]);
        Assert.StartsWith("arxiv:", line.RootElement.GetProperty("body").GetProperty("message").GetProperty("paperId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WhileTheCauseIsThere_FailsAgain_AndGoesWellAfterIt()
    {
        var ids = await GivenAsync();

        var again = await RunAsync("replay", ids[0], "--reason", "to see");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("Replayed 1: 0 went well, 1 failed again.", again.Output, StringComparison.Ordinal);
        Assert.Contains($"{ids[0]}: dead: ", again.Error, StringComparison.Ordinal);

        Execute(Opened);
        var well = await RunAsync("replay", "--stage", "extract-claims");
        Assert.Equal(("", 0), (well.Error, well.ExitCode));
        Assert.Contains($"Replayed {ids.Count}: {ids.Count} went well, 0 failed again.", well.Output, StringComparison.Ordinal);
        Assert.Equal("None.", (await RunAsync("list", "--stage", "extract-claims")).Output.Trim());
        Assert.Equal(ids.Count, (await RunAsync("list", "--ended", "--each", "--json", "--limit", "100", "--stage", "extract-claims")).Lines.Count);
        var page = (await RunAsync("show", ids[0])).Output;
        Assert.Contains($"replay by {Environment.UserName}: to see", page, StringComparison.Ordinal);
        Assert.Contains("succeeded by extract-claims", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_KilledInBetween_GoesOnWithTheNextProcess()
    {
        var ids = await GivenAsync();
        Execute(Opened);

        // What the killed process had done: the entries say that they are to be sent, or that they are on their way.
        Execute("UPDATE failures SET state = 'waiting', due_at = 0 WHERE id = (SELECT min(id) FROM failures WHERE stage = 'extract-claims')");
        Execute("UPDATE failures SET state = 'sent' WHERE stage = 'extract-claims' AND state = 'dead'");
        await using var serve = _workspace.Start("serve", "--config", _config);

        await Eventually.TrueAsync(
            () => Task.FromResult(Read("SELECT count(*) FROM failures WHERE stage = 'extract-claims' AND state = 'replayed'") == ids.Count),
            TimeSpan.FromSeconds(60),
            () => serve.Output,
            TestContext.Current.CancellationToken);
        Assert.Equal(0, await serve.InterruptAsync());
    }

    [Fact]
    public async Task Edit_RefusesWhatNoConsumerCouldRead_KeepsTheFormerBody_AndReplays()
    {
        var ids = await GivenAsync();
        Execute(Opened);
        using var line = JsonDocument.Parse((await RunAsync("show", ids[0], "--json")).Lines[0]);
        var body = line.RootElement.GetProperty("body").GetRawText();

        foreach (var (wrong, reason) in new[]
        {
            ("{", "no JSON"), ("[]", "JSON object"), ("{}", "messageType"),
            (body.Replace(line.RootElement.GetProperty("failure").GetProperty("messageId").GetString()!, Guid.Empty.ToString("D"), StringComparison.Ordinal), "messageId must stay"),
        })
        {
            var refused = await _workspace.RunAsync(wrong, ["deadletters", "edit", ids[0], "--body", "-"]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
        }

        var file = _workspace.Write("body.json", body.Replace("\"title\":\"", "\"title\":\"Edited ", StringComparison.Ordinal));
        var edited = await RunAsync("edit", ids[0], "--body", file, "--reason", "a better title", "--replay");

        Assert.Equal(("", 0), (edited.Error, edited.ExitCode));
        Assert.Contains("1 went well", edited.Output, StringComparison.Ordinal);
        using var after = JsonDocument.Parse((await RunAsync("show", ids[0], "--json")).Lines[0]);
        var act = after.RootElement.GetProperty("failure").GetProperty("acts").EnumerateArray().Single(found => found.GetProperty("what").GetString() == "edit");
        Assert.Equal("a better title", act.GetProperty("why").GetString());
        Assert.DoesNotContain("Edited ", act.GetProperty("formerBody").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Edited ", after.RootElement.GetProperty("body").GetProperty("message").GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discard_WantsAReason_AndKeepsIt()
    {
        var ids = await GivenAsync();

        Assert.Equal(2, (await RunAsync("discard", ids[0])).ExitCode);
        Assert.Equal(2, (await RunAsync("discard", "--reason", "x")).ExitCode);
        var discarded = await RunAsync("discard", ids[0], "--reason", "withdrawn anyway");

        Assert.Equal(("", 0, "Discarded 1."), (discarded.Error, discarded.ExitCode, discarded.Output.Trim()));
        Assert.Contains("withdrawn anyway", (await RunAsync("show", ids[0])).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("discard", ids[0], "--reason", "again")).ExitCode);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("replay", "--older-than", "soon")]
    [InlineData("replay", "--all", "0a0a0a0a-0000-0000-0000-000000000001")]
    [InlineData("show", "seven")]
    public async Task WrongUsage_IsRefused(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task UnknownMessage_IsNamed()
    {
        var id = "0a0a0a0a-0000-0000-0000-000000000001";

        foreach (var verb in new[] { "show", "replay", "edit" })
        {
            var result = await RunAsync(verb, id);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(id, result.Error, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<string>> GivenAsync()
    {
        await _workspace.RunAsync("papers", "list");
        Execute(Closed);
        var result = await _workspace.RunAsync("ingest", Samples.Json, "--config", _config);
        Assert.Equal(1, result.ExitCode);
        var lines = (await RunAsync("list", "--each", "--json", "--limit", "100", "--stage", "extract-claims")).Lines;
        Assert.NotEmpty(lines);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => _workspace.RunAsync(["deadletters", .. arguments, "--config", _config]);

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_workspace.Data, "pipeline.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static string? Text(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetString();
}
