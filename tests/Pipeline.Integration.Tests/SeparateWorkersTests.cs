using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>All workers as processes of their own, on a real broker and a real store.</summary>
public sealed class SeparateWorkersTests : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WorkerFleet _fleet = null!;
    private EnrichedEvents _events = null!;

    public async ValueTask InitializeAsync()
    {
        _fleet = await WorkerFleet.StartAsync(Token);
        _events = await EnrichedEvents.SubscribeAsync(_fleet.Name, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task Inbox_WithTheRealDailyPapersPage_EnrichesEachOfItsPapersExactlyOnce()
    {
        var page = RepositoryFiles.FindShared("data/daily-papers.txt");
        Assert.SkipWhen(page is null, "The shared data folder does not exist beside this checkout.");
        File.Copy(page, Path.Combine(_fleet.Inbox, "daily-papers.txt"));

        await _fleet.FetchInboxAsync(Token);

        await AssertEnrichedOnceAsync(67);
    }

    [Fact]
    public async Task Inbox_WithAThousandPapers_EnrichesEachExactlyOnce()
    {
        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, "papers.jsonl"), PaperGenerator.JsonLines(1000, seed: 1), Token);

        await _fleet.FetchInboxAsync(Token);

        await AssertEnrichedOnceAsync(1000);
    }

    [Fact]
    public async Task Listing_DeliveredTwice_ChangesNothingTheSecondTime()
    {
        var listing = await _fleet.AnnounceAsync(PaperGenerator.JsonLines(200, seed: 2), "twice", Some.Noon, times: 2, Token);
        await AssertEnrichedOnceAsync(200);
        var before = await DumpAsync();

        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(200, seed: 2), "twice", Some.Noon, times: 1, Token);
        await _fleet.WaitUntilParsedAsync(listing.ListingId, Token);

        await AssertEnrichedOnceAsync(200);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Listing_OfAnOlderFetch_ArrivingAfterANewerOne_DoesNotOverwriteIt()
    {
        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(100, seed: 3, edition: 2), "newer", Some.Noon, times: 1, Token);
        await _fleet.WaitUntilEnrichedAsync(100, Token);

        var older = await _fleet.AnnounceAsync(PaperGenerator.JsonLines(100, seed: 3, edition: 1), "older", Some.Noon.AddHours(-1), times: 1, Token);
        await _fleet.WaitUntilParsedAsync(older.ListingId, Token);
        await _fleet.WaitUntilEnrichedAsync(100, Token);

        await foreach (var paper in _fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            Assert.Contains("edition 2", paper.Abstract, StringComparison.Ordinal);
            Assert.Equal(paper.Revision, paper.Claims!.Revision);
            Assert.Equal(2, paper.Sightings.Count);
        }
    }

    [Fact]
    public async Task Listings_OfTwoRevisionsAtOnce_EndAtTheNewerOne()
    {
        await _fleet.AnnounceAsync(PaperGenerator.JsonLines(300, seed: 4, edition: 1), "first", Some.Noon, times: 1, Token);
        var second = await _fleet.AnnounceAsync(PaperGenerator.JsonLines(300, seed: 4, edition: 2), "second", Some.Noon.AddHours(1), times: 1, Token);
        await _fleet.WaitUntilParsedAsync(second.ListingId, Token);
        await _fleet.WaitUntilEnrichedAsync(300, Token);

        await foreach (var paper in _fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            Assert.Contains("edition 2", paper.Abstract, StringComparison.Ordinal);
            Assert.Equal(paper.Revision, paper.Claims!.Revision);
            Assert.Equal(paper.Revision, paper.Topics!.Revision);
        }
    }

    private async Task AssertEnrichedOnceAsync(int papers)
    {
        await _fleet.WaitUntilEnrichedAsync(papers, Token);
        await _events.WaitForAsync(papers, Token);

        Assert.Equal(papers, _events.All.Select(e => e.PaperId).Distinct().Count());
        Assert.Equal(papers, _events.DistinctMessages);
        Assert.Equal(0, await BrokerNames.CountSetAsideAsync(_fleet.Name, Token));
    }

    private async Task<string[]> DumpAsync()
    {
        var papers = new List<string>();
        await foreach (var paper in _fleet.Papers.QueryAsync(new PaperQuery(), Token))
        {
            papers.Add(System.Text.Json.JsonSerializer.Serialize(paper, PaperJson.Options));
        }

        return [.. papers.Order(StringComparer.Ordinal)];
    }
}
