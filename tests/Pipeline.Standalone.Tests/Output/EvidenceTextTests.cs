using Pipeline.BuildingBlocks.Papers;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Tests.Output;

public sealed class EvidenceTextTests
{
    private const string Abstract = "Old ways fail. We propose [one] new way. It wins.";

    [Fact]
    public void Mark_WithoutColour_PutsTheQuoteBetweenAngleMarks_AndKeepsEverythingElse()
    {
        var claim = Claim.From("p", Abstract, new TextSpan(15, 40), ClaimType.Contribution, 0.9, []);

        var marked = EvidenceText.Mark(Abstract, [claim], color: false);

        Assert.Equal("Old ways fail. «We propose [[one]] new way.» [[1]] It wins.", marked);
    }

    [Fact]
    public void Mark_WithNoClaims_IsTheAbstract()
        => Assert.Equal("Nothing here.", EvidenceText.Mark("Nothing here.", [], color: true));
}
