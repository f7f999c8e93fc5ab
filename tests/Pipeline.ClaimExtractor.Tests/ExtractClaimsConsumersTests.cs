using Pipeline.BuildingBlocks.Messaging;
using Pipeline.ClaimExtractor.Tests.Support;
using Pipeline.Contracts;

namespace Pipeline.ClaimExtractor.Tests;

public sealed class ExtractClaimsConsumersTests
{
    private const string Abstract = "We propose DrySort, a method that dries each page. DrySort is 2.5 times faster than the best baseline.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PaperParsed_IsStoredAndAnnounced()
    {
        await using var stage = await ClaimExtractorProcess.StartAsync();
        stage.Papers.Add(Some.PaperId, "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);

        await AssertAnnouncedAsync(stage);
    }

    [Fact]
    public async Task ExtractClaims_IsStoredAndAnnounced()
    {
        await using var stage = await ClaimExtractorProcess.StartAsync();
        stage.Papers.Add(Some.PaperId, "r1");

        await stage.Bus.PublishCommandAsync(Again(), Token);

        await AssertAnnouncedAsync(stage);
    }

    [Fact]
    public async Task APaper_DoneTwice_IsAnnouncedWithTheSameIdOnEitherWay()
    {
        await using var stage = await ClaimExtractorProcess.StartAsync();
        stage.Papers.Add(Some.PaperId, "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);
        var (message, id) = await stage.Published.NextAsync<ClaimsExtracted>();
        await stage.Bus.PublishCommandAsync(Again(), Token);

        Assert.Equal((message, id), await stage.Published.NextAsync<ClaimsExtracted>());
    }

    [Fact]
    public async Task APaper_ThatHasMovedOn_IsLeftAlone()
    {
        await using var stage = await ClaimExtractorProcess.StartAsync(
            ("ClaimExtractor:BatchSize", "2"), ("ClaimExtractor:BatchWait", "00:00:10"));
        stage.Papers.Add(Some.PaperId, "r2");
        stage.Papers.Add("arxiv:2401.00002", "r1");

        await stage.Bus.PublishPaperParsedAsync(Parsed(), Token);
        await stage.Bus.PublishPaperParsedAsync(Parsed() with { PaperId = "arxiv:2401.00002" }, Token);
        var (message, _) = await stage.Published.NextAsync<ClaimsExtracted>();
        await stage.Bus.StopAsync(Token);

        Assert.Equal("arxiv:2401.00002", message.PaperId);
        Assert.Empty(stage.Published.Rest<ClaimsExtracted>());
        Assert.Equal(["arxiv:2401.00002"], stage.Papers.Sections.Keys);
    }

    private static async Task AssertAnnouncedAsync(ClaimExtractorProcess stage)
    {
        var expected = new Pipeline.ClaimExtractor.Extraction.ClaimAnalyzer().Analyze(Some.PaperId, "Title", Abstract);
        var (message, _) = await stage.Published.NextAsync<ClaimsExtracted>();

        Assert.Equal(
            new() { PaperId = Some.PaperId, Revision = "r1", StageVersion = "claims/7", Claims = expected.Claims.Count },
            message);
        Assert.Equivalent(expected, stage.Papers.Sections[Some.PaperId].Analysis, strict: true);
    }

    private static PaperParsed Parsed() => new() { PaperId = Some.PaperId, Revision = "r1", Title = "Title", Abstract = Abstract };

    private static ExtractClaims Again() => new() { PaperId = Some.PaperId, Revision = "r1", Title = "Title", Abstract = Abstract };
}
