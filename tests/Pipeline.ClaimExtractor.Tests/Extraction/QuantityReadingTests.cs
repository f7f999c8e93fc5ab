using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>How numbers read before the model decides on them.</summary>
public sealed class QuantityReadingTests
{
    [Theory]
    [InlineData("It weighs 3.7 × 10^6 g.", 3.7e6, "g")]
    [InlineData("It weighs 1×10−5 g.", 1e-5, "g")]
    [InlineData("It weighs 1.5×1012 g.", 1.5e12, "g")]
    [InlineData("It weighs $10^{-3}$ now.", 1e-3, null)]
    [InlineData("It has twenty-five tails.", 25, null)]
    [InlineData("It has two hundred tails.", 200, null)]
    [InlineData("A 64-year-old kite flew.", 64, "year")]
    [InlineData("A 17.7 m-thick rope held.", 17.7, "m")]
    [InlineData("A 5 m-file was read.", 5, null)]
    [InlineData("It holds 6 wt. % salt.", 6, "wt. %")]
    [InlineData("It weighs 5 cm3 in all.", 5, "cm3")]
    [InlineData("It holds 1000 stems/ha in all.", 1000, "stems/ha")]
    [InlineData("It takes 5 m s−1 in all.", 5, "m s−1")]
    [InlineData("It reads 80 tokens per second.", 80, "tokens per second")]
    [InlineData("It grew by 20 wt% then.", 20, "wt%")]
    [InlineData("It grew by 20 percentage points then.", 20, "%")]
    [InlineData("It is 18$\\times$ faster.", 18, "x")]
    [InlineData("It runs at 200+ FPS.", 200, "FPS")]
    public void Read_OneNumber_GivesValueAndUnit(string text, double value, string? unit)
    {
        var candidate = Assert.Single(CandidateReader.Read(Some.View(text)));

        Assert.Equal(unit, candidate.Unit);
        Assert.Equal(value, Assert.Single(candidate.Values), Math.Abs(value) * 1e-9);
    }

    [Theory]
    [InlineData("It took twenty eight-second flights.", 20, 8)]
    [InlineData("It is in Figure 10, 350 kites flew.", 10, 350)]
    public void Read_TwoNumbersSideBySide_KeepsThemApart(string text, double first, double second)
    {
        var view = Some.View(text);
        var candidates = CandidateReader.Read(view);

        Assert.Equal([first, second], candidates.SelectMany(candidate => candidate.Values));
        Assert.Equal(2, candidates.Count);
        Assert.False(ListMerging.IsLink(view, candidates[0], candidates[1]));
    }

    [Theory]
    [InlineData("It flew 22 and 35 km, respectively.", true)]
    [InlineData("It flew 22 and 35 km respectively.", true)]
    [InlineData("It flew 22 and 35 km in all, respectively.", false)]
    [InlineData("It flew 22 and 35 km.", false)]
    public void AreApart_OfTwo_AsksForTheWordBehindThem(string text, bool expected)
    {
        var view = Some.View(text);
        var candidates = CandidateReader.Read(view);

        Assert.Equal(expected, ListMerging.AreApart(view, candidates[0], candidates[1]));
    }

    [Theory]
    [InlineData("It has 13 pairs per mm.", "13 pairs per mm")]
    [InlineData("It is 5 mm per side.", "5 mm per side")]
    [InlineData("It is 5 mm per 2 sides.", null)]
    [InlineData("It has 13 pairs of strings per mm.", null)]
    public void Read_AnAmountForEach_MayTakeWhatItIsForEachOf(string text, string? span)
    {
        var view = Some.View(text);
        var candidate = CandidateReader.Read(view)[0];

        Assert.Equal(span is not null, candidate.Tail == Tail.Per);
        Assert.Equal(span, candidate.Tail == Tail.Per ? view.Span(candidate.Core, candidate.TailNext).Of(text) : null);
    }

    [Theory]
    [InlineData("It took 15%-25% more.", 15, 25)]
    [InlineData("It took 81\\%-95\\% more.", 81, 95)]
    [InlineData("It took between 3 and 5 days.", 3, 5)]
    [InlineData("It rose from 25.5% (without wind) to 64.8% then.", 25.5, 64.8)]
    [InlineData("It rose from 50% to around 80% then.", 50, 80)]
    public void Read_Range_GivesBothEnds(string text, double low, double high)
    {
        var candidate = Assert.Single(CandidateReader.Read(Some.View(text)));

        Assert.Equal(QuantityKind.Range, candidate.Kind);
        Assert.Equal([low, high], candidate.Values);
    }

    [Theory]
    [InlineData("It flew on 6 November 2011.", nameof(Reading.Year))]
    [InlineData("It flew in July 2004.", nameof(Reading.Year))]
    [InlineData("It flew in 1998.", nameof(Reading.Year))]
    [InlineData("It flew from 1998 to 2004.", nameof(Reading.Year))]
    [InlineData("See Section 3.", nameof(Reading.Label))]
    [InlineData("It is Zephyr 3.", nameof(Reading.Named))]
    [InlineData("It is a 3D kite.", nameof(Reading.Glued))]
    [InlineData("It has 12 layers.", nameof(Reading.Setting))]
    [InlineData("It is a 3B model.", nameof(Reading.Setting))]
    [InlineData("It is split 80/20 then.", nameof(Reading.Ratio))]
    [InlineData("It is tested on 119 tasks.", nameof(Reading.Scale))]
    [InlineData("It has 119 tails.", nameof(Reading.Counted))]
    [InlineData("It takes 5 km.", nameof(Reading.Measured))]
    public void Read_ByTheWordsAround_SaysHowItReads(string text, string expected)
        => Assert.Equal(expected, Assert.Single(CandidateReader.Read(Some.View(text))).Reading.ToString());

    [Theory]
    [InlineData("It is ResNet-34.")]
    [InlineData("It is LLaMA3 here.")]
    [InlineData("It is at 2004.11967v2:x_5.")]
    public void Read_PartOfAName_IsNoCandidate(string text)
        => Assert.DoesNotContain(CandidateReader.Read(Some.View(text)), candidate => candidate.Values is [34 or 3 or 5]);
}
