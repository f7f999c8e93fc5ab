using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Quantities;

public sealed class QuantityDeciderTests
{
    // What the definition says does not depend on what was learned.
    [Theory]
    [InlineData("We test it on 13 questions per image of each task.", "13 questions")]
    [InlineData("We test it on 500 or more tasks.", "500 or more")]
    public void Decide_InComputerScience_FollowsTheDefinition(string text, string expected)
    {
        var view = Some.View(text);

        var amount = Assert.Single(new QuantityDecider(QuantityModel.Default, reportsMeasurements: false).Decide(view, CandidateReader.Read(view)));

        Assert.Equal(expected, view.Span(amount.First, amount.Next).Of(text));
    }

    // In a report of measurements the things that are counted belong to the span, and a number may stand among them.
    [Theory]
    [InlineData(".051,234 half the pmWe propose KiteNetThese results")]
    [InlineData("1,234 half the kites results")]
    [InlineData("36 half the size clones were found")]
    public void Decide_WithANumberAmongTheThingsCounted_GivesDisjointSpans(string text)
    {
        var view = Some.View(text);

        var amounts = new QuantityDecider(QuantityModel.Default, reportsMeasurements: true).Decide(view, CandidateReader.Read(view));

        Assert.NotEmpty(amounts);
        Assert.All(amounts.Zip(amounts.Skip(1)), pair => Assert.True(pair.First.Next <= pair.Second.First));
    }
}
