using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests.Traces;

/// <summary>A paper's way from fetch to enriched is one trace, over processes of their own and a real broker.</summary>
public sealed class PaperTraceTests : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Collector _collector = null!;
    private WorkerFleet _fleet = null!;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync(Token);
        _fleet = await WorkerFleet.StartAsync(
            new FleetPlan { Settings = new Dictionary<string, string> { ["Telemetry__Endpoint"] = _collector.Address } }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Papers_OfTwoFetches_AreOneTraceEach_FromFetchToEnriched()
    {
        await FetchAsync("one.jsonl", PaperGenerator.JsonLines(3, seed: 1), papers: 3);
        await FetchAsync("two.jsonl", PaperGenerator.JsonLines(3, seed: 2, first: 101), papers: 6);

        // Stopping sends what is still held back.
        await _fleet.StopAllAsync();

        var spans = _collector.Spans;
        var ofPapers = spans.Where(span => span.Tags.ContainsKey("paper.id")).ToLookup(span => span.Tags["paper.id"]);
        Assert.Equal(6, ofPapers.Count);
        Assert.Equal(2, ofPapers.SelectMany(paper => paper).Select(span => span.TraceId).Distinct().Count());
        foreach (var paper in ofPapers)
        {
            var trace = Assert.Single(paper.Select(span => span.TraceId).Distinct());
            Assert.Equal(["claims", "topics"], paper.Select(span => span.Name).Order(StringComparer.Ordinal));
            var whole = spans.Where(span => span.TraceId == trace).ToList();
            Assert.Superset(
                new HashSet<string> { "fetcher", "parser", "claim-extractor", "topic-classifier" }, whole.Select(span => span.Service).ToHashSet());
            Assert.Contains(whole, span => span.Name == "fetch");
            Assert.Contains(whole, span => span.Name.Contains("paper-enriched", StringComparison.Ordinal));
            await AssertTimelineNamesAsync(paper.Key, trace);
        }
    }

    private async Task FetchAsync(string file, byte[] content, int papers)
    {
        await File.WriteAllBytesAsync(Path.Combine(_fleet.Inbox, file), content, Token);
        await _fleet.FetchInboxAsync(Token);
        await _fleet.WaitUntilEnrichedAsync(papers, Token);
    }

    private async Task AssertTimelineNamesAsync(string paperId, string trace)
    {
        var entries = await _fleet.Services.GetRequiredService<ITimelineStore>().FindAsync(paperId, Token);
        Assert.Equal(
            [TimelineOutcome.Parsed, TimelineOutcome.Extracted, TimelineOutcome.Classified, TimelineOutcome.Enriched],
            entries!.Select(entry => entry.Outcome).Order());
        Assert.All(entries!, entry => Assert.Equal(trace, entry.TraceId));
    }
}
