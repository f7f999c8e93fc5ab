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
    [InlineData("It holds 6 wt. % salt.")]
    [InlineData("It is sold by Kite Inc. Boston to all.")]
    public void Split_Abbreviation_DoesNotCut(string marked) => Check(marked);

    [Theory]
    [InlineData("We follow Lee et al.| The method is old.")]
    [InlineData("It holds 6 wt.| The rope is dry.")]
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
    [InlineData("We used E. coli and A. thaliana.| Both grew.")]
    [InlineData("Group A had kites.| Group B had none.")]
    [InlineData("It was group C.| The others fell.")]
    [InlineData("C. S. Kite and J.-P. Tail wrote it.")]
    [InlineData("Edited by C.X. Kite of the U.S. Kite Service.")]
    [InlineData("Seen in J.| This is odd.")]
    [InlineData("The bus does I/O.| Each line has a kite.")]
    [InlineData("It was Kite (2009 J. Wind 116).")]
    [InlineData("We count knots per line in VS.| In our count it wins.")]
    public void Split_SingleLetters_AreInitialsUnlessASentenceBegins(string marked) => Check(marked);

    [Theory]
    [InlineData("We flew it by p. 12 and v. 3 of No. 4.")]
    [InlineData("Written on Sept. 30 by hand.")]
    [InlineData("The answer is no.| Kites fell.")]
    [InlineData("It took 146 ms.| The line held.")]
    [InlineData("It was (n = 3).| Next came wind.")]
    [InlineData("It held with p<.05 and p < .01.| Next came wind.")]
    [InlineData("We reached 82. 5% of it.")]
    [InlineData("In 2019.| 5% fell.")]
    public void Split_StopBesideANumber_CutsOnlyAtTheSentence(string marked) => Check(marked);

    [Theory]
    [InlineData("Kites are known.| mRNA is not.")]
    [InlineData("Kites are known.| iPhone and eBay are not.")]
    [InlineData("Kites are known.| p53 is not.")]
    [InlineData("Kites are known.| t-SNE shows it.")]
    [InlineData("Kites are known.| α-Tails are not.")]
    [InlineData("Kites are known.| we fly them.")]
    [InlineData("Kites are known. but not here.")]
    [InlineData("Kites (e.g. mRNA) fly.")]
    [InlineData("They ask: do kites fly? and how.")]
    public void Split_LowerCaseBehindTheStop_CutsBeforeANameOrACommonStart(string marked) => Check(marked);

    [Theory]
    [InlineData("We fly a method.|We fall.")]
    [InlineData("We fly a method.|Experiments on kites show it.")]
    [InlineData("We fly a method?|We do.")]
    [InlineData("Node.js and Kite.AI and U.S.A are names.")]
    [InlineData("See kites.example/a/method.We for it.")]
    [InlineData("A Ph.D.We is no word.")]
    public void Split_WhiteSpaceMissing_CutsBehindAWord(string marked) => Check(marked);

    [Theory]
    [InlineData("Kites are rare.6,7| Gender of kites is unknown.")]
    [InlineData("Kites are known. [1, 2].| We fly.")]
    [InlineData("We took Kite 2.5 Turbo.")]
    public void Split_References_StayWithWhatTheySupport(string marked) => Check(marked);

    [Theory]
    [InlineData("It is “a kite. ”| They fly.")]
    [InlineData("Kites fly.| \"Tails\" do not.")]
    [InlineData("Kites fly.| 'Tails' do not.")]
    [InlineData("Take all (string, tails, resp.).| Nothing is left.")]
    [InlineData("We fly x1, x2, ... Xn at once.")]
    [InlineData("We took Yahoo! Answers and FlyThat! Lab.")]
    [InlineData("The answer is yes!| Kites fly.")]
    [InlineData("What flies?| Kites fly.")]
    public void Split_MarksAndQuotes_AreReadInContext(string marked) => Check(marked);

    [Theory]
    [InlineData("We ask: 1. Do kites fly?| 2. Do they fall?")]
    [InlineData("We show: i. Kites fly; ii. They fall.")]
    [InlineData("There are a) Kites.| b) Tails.")]
    public void Split_Enumeration_KeepsMarkAndItemTogether(string marked) => Check(marked);

    [Theory]
    [InlineData("Kites fall.| RESULTS| We fly.")]
    [InlineData("Kites fall.| MAIN OUTCOME MEASURE(S)| Kites per line.")]
    [InlineData("Kites fall.| RESULTS: We fly.")]
    [InlineData("Kites fall.| PATIENTS AND METHODS: We fly.")]
    [InlineData("Kites fall.| AIM is a kite.")]
    [InlineData("Kites fall.| DESIGN KITE works.")]
    [InlineData("Kites fall.| Results show it.")]
    [InlineData("A long title of many kites| Abstract| The kites fly.")]
    [InlineData("A long title of many kites| Background: The kites fly.")]
    [InlineData("We fly in front of the Background: it is blue.")]
    [InlineData("We learn Abstract Meaning of kites.")]
    public void Split_HeadingWithoutMark_StandsAlone(string marked) => Check(marked);

    [Theory]
    [InlineData("A title without stop\n\n|Kites fly.")]
    [InlineData("All is shown.| c © 2002 Kite Press")]
    [InlineData("All is shown.| r 2005 Kite Press")]
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
