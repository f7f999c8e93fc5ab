using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Integration.Tests.Origins;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>Sources on the web, asked for through the command line and fetched by separate workers.</summary>
public sealed class SourcesOverWorkersTests(OriginFleet shared) : IClassFixture<OriginFleet>
{
    private static readonly string Day = Days.Ago(3).Text();
    private static readonly string DayBefore = Days.Ago(4).Text();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Waited_EndsWithItsPapersEnriched_AndListAndCoverageShowIt()
    {
        var run = await RunAsync("sources", "run", "daily", "--from", DayBefore, "--to", Day, "--wait");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains($"daily, {DayBefore} to {Day}: done, answers: 2", run.Output, StringComparison.Ordinal);
        Assert.Contains("6 listed (6 new, 0 changed), 0 entries rejected", run.Output, StringComparison.Ordinal);
        var paper = await shared.Fleet.Papers.FindAsync(new PlayedPaper(6, Days.Ago(3)).Key, Token);
        Assert.False(paper!.Pending);
        var coverage = await RunAsync("sources", "coverage", "daily", "--from", DayBefore, "--to", Day);
        Assert.Equal(("", 0), (coverage.Error, coverage.ExitCode));

        var line = await ListedAsync("daily");
        Assert.Equal(("ok", Day), (line.GetProperty("state").GetString(), line.GetProperty("newestCoveredDay").GetString()));
        Assert.Equal("done", line.GetProperty("lastRun").GetProperty("state").GetString());
    }

    [Fact]
    public async Task PausedSource_IsNotRun_AndIsRunAgainOnceItIsResumed()
    {
        Assert.Equal(0, (await RunAsync("sources", "pause", "paused")).ExitCode);
        var refused = await RunAsync("sources", "run", "paused", "--from", Day, "--wait");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("paused is paused", refused.Error, StringComparison.Ordinal);
        Assert.Equal("paused", (await ListedAsync("paused")).GetProperty("state").GetString());

        Assert.Equal(0, (await RunAsync("sources", "resume", "paused")).ExitCode);
        var run = await RunAsync("sources", "run", "paused", "--from", Day, "--wait");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
    }

    [Fact]
    public async Task SamePapersOfThreeSourcesAtOnce_AreOnePaperEach_AndSayWhichSourceTheyAreFrom()
    {
        await using (var bus = await FleetBus.StartAsync(shared.Fleet, Token))
        {
            await Task.WhenAll(new[] { "three-daily", "three-query", "three-harvest" }
                .Select(id => bus.FetchAsync(id, OriginFleet.Shared.Day, OriginFleet.Shared.Day, Token)));
        }

        for (var number = OriginFleet.Shared.Number; number < OriginFleet.Shared.Number + 12; number++)
        {
            var paper = await SeenThriceAsync((OriginFleet.Shared with { Number = number }).Key);
            Assert.Equal(["three-daily", "three-harvest", "three-query"], paper.Sightings.Select(sighting => sighting.SourceId).Order(StringComparer.Ordinal));
            Assert.Equal(("three-query", SourceAuthority.Record, 2), Origin(paper, FieldNames.Title));
            Assert.Equal(("three-query", SourceAuthority.Record, 2), Origin(paper, FieldNames.Abstract));
            Assert.Equal(("three-daily", SourceAuthority.Index, null), Origin(paper, FieldNames.Upvotes));
        }

        var shown = await RunAsync("papers", "show", OriginFleet.Shared.Key);
        Assert.Contains("Sources 3", shown.Output, StringComparison.Ordinal);
        Assert.Contains("three-query (record", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeletedRecord_WithdrawsThePaper_AndSaysSo()
    {
        await using var withdrawn = await PublishedEvents.SubscribeAsync(shared.Fleet.Name, "paper-withdrawn", Token);
        Assert.Equal(0, (await RunAsync("sources", "run", "gone", "--from", DayBefore, "--wait")).ExitCode);
        Assert.DoesNotContain("WITHDRAWN", (await RunAsync("papers", "show", OriginFleet.Withdrawn.Key)).Output, StringComparison.Ordinal);

        var run = await RunAsync("sources", "run", "gone", "--from", Day, "--wait");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        await withdrawn.WaitForAsync(1, Token);
        Assert.Equal(OriginFleet.Withdrawn.Key, Assert.Single(withdrawn.All).Key);
        Assert.Contains("WITHDRAWN", (await RunAsync("papers", "show", OriginFleet.Withdrawn.Key)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("login-daily", "a web page came where a JSON array was due, beginning with: Log in Please log in to go on")]
    [InlineData("login-page", "this looks like an HTML login page, beginning with \"Log in\"")]
    [InlineData("login-format", "nothing in it can be read as arxiv-atom, and this looks like an HTML login page, beginning with \"Log in\"")]
    public async Task LoginPageInPlaceOfAListing_FailsTheRun_AndLeavesTheDayUncoveredWithItsFirstWords(string source, string words)
    {
        var run = await RunAsync("sources", "run", source, "--from", Day, "--wait");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);

        var coverage = await RunAsync("sources", "coverage", source, "--from", Day, "--to", Day, "--json");

        Assert.Equal(1, coverage.ExitCode);
        using var line = JsonDocument.Parse(Assert.Single(coverage.Lines));
        Assert.Equal("uncovered", line.RootElement.GetProperty("state").GetString());
        Assert.Contains(words, line.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static (string SourceId, SourceAuthority Authority, int? Version) Origin(EnrichedPaper paper, string field)
    {
        var origin = Assert.Single(paper.Provenance, group => group.Fields.Contains(field)).Origin;
        return (origin.SourceId, origin.Authority, origin.Version);
    }

    private async Task<EnrichedPaper> SeenThriceAsync(string key)
    {
        EnrichedPaper? paper = null;
        await Eventually.TrueAsync(
            async () => (paper = await shared.Fleet.Papers.FindAsync(key, Token)) is { Pending: false, Sightings.Count: 3 },
            TimeSpan.FromMinutes(2),
            () => $"{key} is enriched and seen in three sources; it is {paper}.\n{shared.Fleet.Log}",
            Token);
        return paper!;
    }

    private async Task<JsonElement> ListedAsync(string source)
    {
        var list = await RunAsync("sources", "list", "--json");
        return list.Lines.Select(line => JsonDocument.Parse(line).RootElement).Single(line => line.GetProperty("id").GetString() == source);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments, input: null, shared.Fleet.Settings, Token);
}
