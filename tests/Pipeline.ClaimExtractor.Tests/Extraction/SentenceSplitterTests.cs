using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>Rows mark the expected end of a sentence with a bar.</summary>
public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Kites fly.| They need wind.")]
    [InlineData("Do kites fly?| They do!| Look.")]
    [InlineData("Kites fly (if there is wind).| They fall.")]
    [InlineData("He said \"kites fly.\"| They do.")]
    [InlineData("Kites fly...| Sometimes.")]
    [InlineData("See https://kites.example/a.b.| It has more.")]
    [InlineData("No stop at the end")]
    public void Split_PlainSentences_CutsBehindTheStop(string marked) => Check(marked);

    [Theory]
    [InlineData("Some birds, e.g. Swifts, sleep in the air.")]
    [InlineData("Kites (i.e. Toys) fly.")]
    [InlineData("As shown in Fig. 3 it flies.")]
    [InlineData("Wind vs. Rain was studied.")]
    [InlineData("This follows Lee et al. (2020) closely.")]
    [InlineData("The method of J. Kite is old.")]
    [InlineData("Strings, paper, etc. are used.")]
    [InlineData("It is sold by Kite Inc. Boston to all.")]
    public void Split_Abbreviation_DoesNotCut(string marked) => Check(marked);

    [Theory]
    [InlineData("We follow Lee et al.| The method is old.")]
    [InlineData("We use strings, paper, etc.| Wind is free.")]
    [InlineData("The noise is i.i.d.| We prove a bound.")]
    [InlineData("We extend Lee et al. arXiv:2004.11967.| In this study we fly.")]
    [InlineData("It was cooled to 105 K.| Being cold, it stopped.")]
    public void Split_AbbreviationThatEndsASentence_Cuts(string marked) => Check(marked);

    [Theory]
    [InlineData("It rose from 3.5 to 4.5 metres.")]
    [InlineData("It has (1) a tail, (2) a string.")]
    [InlineData("1. Kites fly high.")]
    [InlineData("Version v2.1 is out.")]
    [InlineData("It ends with . a lone dot")]
    public void Split_NumberOrList_DoesNotCut(string marked) => Check(marked);

    [Theory]
    [InlineData("A title without stop\n\n|Kites fly.")]
    [InlineData("风筝会飞。|它们需要风。")]
    public void Split_OtherBoundaries_Cut(string marked) => Check(marked);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Split_NoText_GivesNothing(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void Split_WhiteSpaceAround_IsNoPartOfASentence()
        => Assert.Equal([new(2, 8), new(10, 15)], SentenceSplitter.Split("  Flies.  Falls  "));

    private static void Check(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        var sentences = SentenceSplitter.Split(text).Select(span => span.Of(text));

        Assert.Equal(marked.Split('|').Select(sentence => sentence.Trim()), sentences);
    }
}
