using System.Text.Json;
using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class SourcesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task List_WithoutSources_SaysHowToAddOne()
    {
        var result = await _workspace.RunAsync("sources", "list");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("sources add daily --kind hf-daily", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedSource_IsListedWithItsNextSlotByTheClockThere()
    {
        var added = await _workspace.RunAsync(
            "sources", "add", "daily", "--kind", "hf-daily", "--schedule", "30 6 * * *", "--time-zone", "Asia/Kolkata", "--skip-day", "Sat", "--skip-day", "sunday");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.Contains("06:30 +05:30", added.Output, StringComparison.Ordinal);

        var table = await _workspace.RunAsync("sources", "list");
        Assert.Contains("06:30 +05:30", table.Output, StringComparison.Ordinal);

        using var line = JsonDocument.Parse(Assert.Single((await _workspace.RunAsync("sources", "list", "--json")).Lines));
        Assert.Equal("daily", line.RootElement.GetProperty("id").GetString());
        Assert.Equal("new", line.RootElement.GetProperty("state").GetString());
        Assert.False(line.RootElement.GetProperty("configured").GetBoolean());
        Assert.Equal((1, 0), Hour(line.RootElement.GetProperty("nextSlot").GetDateTimeOffset()));
    }

    [Theory]
    [InlineData("--kind: weekly is none of hf-daily", "daily", "--kind", "weekly")]
    [InlineData("--query: required for arxiv-query", "daily", "--kind", "arxiv-query")]
    [InlineData("--directory: required for directory", "daily", "--kind", "directory")]
    [InlineData("--schedule: not a cron expression", "daily", "--kind", "hf-daily", "--schedule", "at six")]
    [InlineData("--schedule: never fires", "daily", "--kind", "hf-daily", "--schedule", "0 0 30 2 *")]
    [InlineData("--time-zone: no such time zone", "daily", "--kind", "hf-daily", "--schedule", "0 6 * * *", "--time-zone", "Mars/Olympus")]
    [InlineData("--skip-day: Caturday is no day of the week", "daily", "--kind", "hf-daily", "--skip-day", "Caturday")]
    [InlineData("--address: begins with http://", "daily", "--kind", "feed", "--address", "http://example.org/feed")]
    [InlineData("--format: no such format", "daily", "--kind", "hf-daily", "--format", "papyrus")]
    [InlineData("the id of a source has", "Daily!", "--kind", "hf-daily")]
    [InlineData("--kind", "daily")]
    public async Task WrongSource_IsRefused_AndTheOptionIsNamed(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(["sources", "add", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty((await _workspace.RunAsync("sources", "list", "--json")).Lines);
    }

    [Fact]
    public async Task ConfiguredSource_IsListed_AndCannotBeAddedOrRemoved()
    {
        var config = _workspace.Write("config.json", """{ "Sources": { "daily": { "Kind": "hf-daily", "Schedule": "0 6 * * *" } } }""");

        using var line = JsonDocument.Parse(Assert.Single((await _workspace.RunAsync("sources", "list", "--json", "--config", config)).Lines));
        Assert.True(line.RootElement.GetProperty("configured").GetBoolean());
        foreach (var verb in new[] { new[] { "add", "daily", "--kind", "hf-daily" }, ["remove", "daily"] })
        {
            var result = await _workspace.RunAsync(["sources", .. verb, "--config", config]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("stands in the configuration", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WronglyConfiguredSchedule_StopsEveryVerb_AndNamesTheKey()
    {
        var config = _workspace.Write("config.json", """{ "Sources": { "daily": { "Kind": "hf-daily", "Schedule": "0 0 31 4 *" } } }""");

        var result = await _workspace.RunAsync("sources", "list", "--config", config);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("configuration: Sources:daily:Schedule: never fires", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemovedSource_IsGone()
    {
        await _workspace.RunAsync("sources", "add", "daily", "--kind", "hf-daily");

        Assert.Equal(0, (await _workspace.RunAsync("sources", "remove", "daily")).ExitCode);

        Assert.Empty((await _workspace.RunAsync("sources", "list", "--json")).Lines);
        Assert.Equal(1, (await _workspace.RunAsync("sources", "remove", "daily")).ExitCode);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("coverage")]
    [InlineData("backfill", "--from", "2026-01-01")]
    public async Task UnknownSource_IsNamed(string verb, params string[] more)
    {
        var result = await _workspace.RunAsync(["sources", verb, "nowhere", .. more]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere: no source has this id", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PausedSource_IsShownAsSuch_AndNotRunUntilItIsResumed()
    {
        Directory.CreateDirectory(_workspace.PathOf("inbox"));
        await _workspace.RunAsync("sources", "add", "inbox", "--kind", "directory", "--directory", _workspace.PathOf("inbox"));
        Assert.Equal(0, (await _workspace.RunAsync("sources", "pause", "inbox")).ExitCode);

        var refused = await _workspace.RunAsync("sources", "run", "inbox");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("inbox is paused", refused.Error, StringComparison.Ordinal);
        Assert.Contains("paused", (await _workspace.RunAsync("sources", "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await _workspace.RunAsync("sources", "resume", "inbox")).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync("sources", "run", "inbox")).ExitCode);
    }

    [Fact]
    public async Task Run_OfADirectory_EndsWhenItsPapersAreEnriched_AndTheSecondFindsNothingNew()
    {
        await AddInboxAsync();

        var first = await _workspace.RunAsync("sources", "run", "inbox");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("inbox: done, answers: 2", first.Output, StringComparison.Ordinal);
        var papers = await _workspace.RunAsync("papers", "export");
        Assert.All(papers.Lines, AssertEnriched);
        Assert.InRange(papers.Lines.Count, 10, 30);

        var second = await _workspace.RunAsync("sources", "run", "inbox");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("answers: 2 (2 unchanged)", second.Output, StringComparison.Ordinal);
        Assert.Equal(papers.Output, (await _workspace.RunAsync("papers", "export")).Output);
        Assert.Equal(["done", "done"], (await _workspace.RunAsync("sources", "runs", "inbox", "--json")).Lines.Select(State));
    }

    [Fact]
    public async Task Run_WithAListingThatIsNone_NamesItAndFails()
    {
        await AddInboxAsync();
        _workspace.Write(Path.Combine("inbox", "login.html"), "<html><body>Please log in</body></html>");

        var result = await _workspace.RunAsync("sources", "run", "inbox");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("login.html: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inbox cannot be asked by day", "run", "--from", "2026-01-01")]
    [InlineData("inbox cannot be asked by day", "backfill", "--from", "2026-01-01")]
    [InlineData("inbox is a directory, which has no days", "coverage")]
    public async Task SourceThatIsNotAskedByDay_CannotBeAskedForDays(string message, string verb, params string[] more)
    {
        await _workspace.RunAsync("sources", "add", "inbox", "--kind", "directory", "--directory", _workspace.PathOf("inbox"));

        var result = await _workspace.RunAsync(["sources", verb, "inbox", .. more]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to 2026-01-01: is before --from 2026-01-02", "--from", "2026-01-02", "--to", "2026-01-01")]
    [InlineData("--to 9999-12-31: is still to come", "--from", "2026-01-02", "--to", "9999-12-31")]
    [InlineData("--from 2001-01-01: more than 3660 days", "--from", "2001-01-01", "--to", "2026-01-01")]
    [InlineData("--from: tomorrow is no day", "--from", "tomorrow")]
    [InlineData("--from: 2026-02-30 is no day", "--from", "2026-02-30")]
    public async Task WrongDays_AreNamed(string message, params string[] days)
    {
        await _workspace.RunAsync("sources", "add", "daily", "--kind", "hf-daily");

        foreach (var verb in new[] { "coverage", "backfill", "run" })
        {
            var result = await _workspace.RunAsync(["sources", verb, "daily", .. days]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    private async Task AddInboxAsync()
    {
        var inbox = Directory.CreateDirectory(_workspace.PathOf("inbox")).FullName;
        File.Copy(Samples.Json, Path.Combine(inbox, "a.json"));
        File.Copy(Samples.Text, Path.Combine(inbox, "b.txt"));
        await _workspace.RunAsync("sources", "add", "inbox", "--kind", "directory", "--directory", inbox);
    }

    private static void AssertEnriched(string line)
    {
        using var paper = JsonDocument.Parse(line);
        Assert.False(paper.RootElement.GetProperty("pending").GetBoolean());
    }

    private static (int Hour, int Minute) Hour(DateTimeOffset at) => (at.UtcDateTime.Hour, at.UtcDateTime.Minute);

    private static string? State(string line)
    {
        using var run = JsonDocument.Parse(line);
        return run.RootElement.GetProperty("state").GetString();
    }
}
