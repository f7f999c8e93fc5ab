using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class OutcomesTests
{
    [Theory]
    [InlineData("We test kites in wind.", false)]
    [InlineData("We test kites and find tails.", true)]
    [InlineData("Improvements are seen.", true)]
    public void Sentence_WithAWordOfOutcome_TellsOne(string text, bool expected) => Assert.Equal(expected, Outcomes.IsTold(Some.View(text)));

    [Theory]
    [InlineData("We provide an analysis of kites.", false)]
    [InlineData("We provide an analysis of kites, showing tails.", true)]
    [InlineData("We provide a novel analysis of kites.", true)]
    public void Announcement_OfItsOwnVerb_TellsNone(string text, bool expected) => Assert.Equal(expected, Outcomes.IsTold(Some.View(text), 0, 4));
}
