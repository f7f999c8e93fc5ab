using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Reprocessing;

public sealed class SectionDigestTests
{
    [Theory]
    [InlineData(160, 160, false)]
    [InlineData(161, 160, true)]
    public void Of_AClaimOfManyWords_CutsThem(int length, int expected, bool cut)
    {
        var item = Assert.Single(DigestOf(new string('a', length)).Items);

        Assert.Equal((expected, cut), (item.Text.Length, item.Text.EndsWith('…')));
    }

    [Fact]
    public void Of_AClaimCutInsideACharacter_LeavesTheCharacterOut()
    {
        var item = Assert.Single(DigestOf(new string('a', 158) + "😀 and more").Items);

        Assert.Equal(new string('a', 158) + "…", item.Text);
    }

    [Theory]
    [InlineData("r1", true)]
    [InlineData("r2", false)]
    public void Of_APaper_TakesOnlyASectionOfItsRevision(string revision, bool expected)
    {
        var paper = PaperMerge.Apply(stored: null, Some.Paper(), Some.Observation()) with { Revision = "r1", Claims = Some.ClaimsSection(revision) };

        Assert.Equal(expected, SectionDigest.Of(paper, EnrichmentStage.Claims) is not null);
        Assert.Null(SectionDigest.Of(paper, EnrichmentStage.Topics));
    }

    private static SectionDigest DigestOf(string text)
    {
        var claim = Claim.From(Some.PaperId(1), text, new(0, text.Length), ClaimType.Result, 0.5, []);
        return SectionDigest.Of(Some.ClaimsSection("r1") with { Analysis = new() { Sentences = [], Claims = [claim], Quantities = [], Names = new(), Urls = [] } });
    }
}
