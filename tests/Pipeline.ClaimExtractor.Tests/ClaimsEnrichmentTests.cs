using Pipeline.BuildingBlocks.Messaging;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests;

public sealed class ClaimsEnrichmentTests
{
    private const string Abstract = "We propose DrySort, a method that dries each page. DrySort is 2.5 times faster than the best baseline.";

    private readonly ClaimsEnrichment _enrichment = new(new ClaimAnalyzer(), new FakePaperStore(), new FixedTime());

    [Fact]
    public void Section_SaysOfWhichRevisionByWhomAndWhen()
    {
        var write = _enrichment.Enrich(new PaperContent(Some.PaperId, "r1", "Title", Abstract));

        Assert.Equal(Some.PaperId, write.PaperId);
        Assert.Equal("r1", write.Section.Revision);
        Assert.Equal(ClaimAnalyzer.Version, write.Section.Version);
        Assert.Equal(FixedTime.Noon, write.Section.At);
    }

    [Fact]
    public void Section_HoldsTheClaimsOfTheAbstract()
    {
        var analysis = _enrichment.Enrich(new PaperContent(Some.PaperId, "r1", "Title", Abstract)).Section.Analysis;

        Assert.NotEmpty(analysis.Claims);
        Assert.All(analysis.Claims, claim => Assert.Equal(Abstract[claim.Start..claim.End], claim.Text));
        Assert.Equivalent(new ClaimAnalyzer().Analyze(Some.PaperId, "Title", Abstract), analysis, strict: true);
    }

    [Fact]
    public void Section_OfAnEmptyAbstract_HoldsNoClaimWhateverTheTitleSays()
        => Assert.Empty(_enrichment.Enrich(new PaperContent(Some.PaperId, "r1", Abstract, "")).Section.Analysis.Claims);
}
