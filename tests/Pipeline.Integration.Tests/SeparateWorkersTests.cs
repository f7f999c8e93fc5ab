using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>All workers as processes of their own, on a real broker and a real store.</summary>
public sealed class SeparateWorkersTests : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WorkerFleet _fleet = null!;
    private PublishedEvents _enriched = null!;
    private PublishedEvents _parsed = null!;

    public async ValueTask InitializeAsync()
    {
        _fleet = await WorkerFleet.StartAsync(Token);
        _enriched = await PublishedEvents.SubscribeAsync(_fleet.Name, "paper-enriched", Token);
        _parsed = await PublishedEvents.SubscribeAsync(_fleet.Name, "listing-parsed", Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _parsed.DisposeAsync();
        await _enriched.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task Inbox_WithTheRealDailyPapersPage_EnrichesEachOfItsPapersExactlyOnce()
    {
        var page = RepositoryFiles.FindShared("data/daily-papers.txt");
        Assert.SkipWhen(page is null, "The shared data folder does not exist beside this checkout.");
        File.Copy(page, Path.Combine(_fleet.Inbox, "daily-papers.txt"));

        await _fleet.FetchInboxAsync(Token);

        await AssertEnrichedOnceAsync(67, listings: 1);
    }

    [Fact]
    public async Task Inbox_WithAThousandPapers_EnrichesEachExactlyOnce()
    {
        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(1000, seed: 1), Token);

        await _fleet.FetchInboxAsync(Token);

        await AssertEnrichedOnceAsync(1000, listings: 1);
    }

    [Fact]
    public async Task Listing_DeliveredTwiceAtOnceAndOnceMoreLater_ChangesNothingAfterTheFirst()
    {
        var content = PaperGenerator.JsonLines(200, seed: 2);
        await _fleet.AnnounceAsync(content, "twice", Some.Noon, times: 2, Token);
        await _parsed.WaitForAsync(2, Token);
        await _fleet.WaitUntilEnrichedAsync(200, Token);
        var before = await DumpAsync();

        await _fleet.AnnounceAsync(content, "twice", Some.Noon, times: 1, Token);

        await AssertEnrichedOnceAsync(200, listings: 3);
        Assert.Equal(before, await DumpAsync());
        Assert.Single(_parsed.All.Select(e => e.MessageId).Distinct());
    }

    [Fact]
    public async Task Listing_OfAnOlderFetch_ArrivingAfterANewerOne_DoesNotOverwriteIt()
    {
        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(100, seed: 3, edition: 2), "newer", Some.Noon, times: 1, Token);
        await _parsed.WaitForAsync(1, Token);

        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(100, seed: 3, edition: 1), "older", Some.Noon.AddHours(-1), times: 1, Token);

        await AssertEnrichedOnceAsync(100, listings: 2);
        await AssertAllAtEditionTwoAsync();
    }

    [Fact]
    public async Task Listings_OfTwoRevisionsAtOnce_EndAtTheNewerOne()
    {
        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(300, seed: 4, edition: 1), "first", Some.Noon, times: 1, Token);
        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(300, seed: 4, edition: 2), "second", Some.Noon.AddHours(1), times: 1, Token);

        await _parsed.WaitForAsync(2, Token);
        await _fleet.WaitUntilEnrichedAsync(300, Token);

        await AssertAllAtEditionTwoAsync();
        Assert.Equal(300, _enriched.All.Select(e => e.Key).Distinct().Count());
    }

    [Fact]
    public async Task CommandLine_ConfiguredForTheWorkers_IngestsAndReadsBackThroughThem()
    {
        var papers = System.Text.Encoding.UTF8.GetString(PaperGenerator.JsonLines(50, seed: 7));

        var ingest = await CommandLine.RunAsync(["ingest", "-", "--json"], papers, _fleet.Settings, Token);
        var again = await CommandLine.RunAsync(["ingest", "-"], papers, _fleet.Settings, Token);
        var list = await CommandLine.RunAsync(["papers", "list", "--json", "--limit", "100"], null, _fleet.Settings, Token);
        var claims = await CommandLine.RunAsync(["claims", "search", "outperforms", "--type", "comparison", "--json"], null, _fleet.Settings, Token);
        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, "more.jsonl"), PaperGenerator.JsonLines(10, seed: 8, first: 51), Token);
        var fetch = await CommandLine.RunAsync(["sources", "run", "inbox"], null, _fleet.Settings, Token);

        Assert.Equal((0, 0, 0), (ingest.ExitCode, again.ExitCode, fetch.ExitCode));
        Assert.Equal(50, ingest.Lines.Count);
        Assert.All(ingest.Lines, line => Assert.Contains("\"pending\":false", line, StringComparison.Ordinal));
        Assert.Contains("nothing changed, nothing published", again.Output, StringComparison.Ordinal);
        Assert.Equal(ingest.Lines.Order(StringComparer.Ordinal), list.Lines.Order(StringComparer.Ordinal));
        Assert.NotEmpty(claims.Lines);
        await AssertEnrichedOnceAsync(60, listings: 2);
    }

    private async Task AssertEnrichedOnceAsync(int papers, int listings)
    {
        await _parsed.WaitForAsync(listings, Token);
        await _fleet.WaitUntilEnrichedAsync(papers, Token);
        await _enriched.WaitForAsync(papers, Token);
        await _fleet.FinishAsync(Token);

        Assert.Equal(papers, _enriched.All.Select(e => e.Key).Distinct().Count());
        Assert.Equal(papers, _enriched.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(_fleet.Name, Token));
    }

    private async Task AssertAllAtEditionTwoAsync()
    {
        await foreach (var paper in _fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            Assert.Contains("edition 2", paper.Abstract, StringComparison.Ordinal);
            Assert.Equal(paper.Revision, paper.Claims!.Revision);
            Assert.Equal(paper.Revision, paper.Topics!.Revision);
            Assert.Equal(2, paper.Sightings.Count);
        }
    }

    private async Task<string[]> DumpAsync()
    {
        var papers = new List<string>();
        await foreach (var paper in _fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            papers.Add(JsonSerializer.Serialize(paper, PaperJson.Options));
        }

        return [.. papers.Order(StringComparer.Ordinal)];
    }
}
