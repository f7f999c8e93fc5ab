using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class StatementsTests
{
    [Theory]
    [InlineData("We show that kites fly.", (int)Statement.Shown)]
    [InlineData("In this paper, we also empirically show that kites fly.", (int)Statement.Shown)]
    [InlineData("We pinpoint that kites fall.", (int)Statement.Shown)]
    [InlineData("We show kites.", (int)Statement.None)]
    [InlineData("Others show that kites fly.", (int)Statement.None)]
    [InlineData("We prove a bound on the height.", (int)Statement.Proved)]
    [InlineData("We prove that kites fly.", (int)(Statement.Shown | Statement.Proved))]
    [InlineData("We hypothesize that kites fly.", (int)Statement.Argued)]
    [InlineData("We propose that kites fly by themselves.", (int)Statement.Argued)]
    [InlineData("It is proposed that kites rest.", (int)Statement.Argued)]
    [InlineData("We propose to fly kites.", (int)Statement.Proposed)]
    [InlineData("This work introduces a kite.", (int)Statement.Proposed)]
    [InlineData("We provide the largest set of kites.", (int)Statement.Proposed)]
    [InlineData("We provide a set of kites.", (int)Statement.None)]
    [InlineData("Earlier work introduces a kite.", (int)Statement.None)]
    [InlineData("A tail for kites is proposed.", (int)Statement.IsProposed)]
    [InlineData("We develop a kite.", (int)Statement.Proposed)]
    [InlineData("We design a kite.", (int)Statement.Brought)]
    [InlineData("We then derive its height.", (int)Statement.Derived)]
    [InlineData("Others derive its height.", (int)Statement.None)]
    [InlineData("Extensive experiments clearly show that kites fly.", (int)Statement.Reported)]
    [InlineData("Extensive experiments show kites.", (int)Statement.None)]
    [InlineData("A key finding is that kites fly.", (int)Statement.Found)]
    [InlineData("A key finding is old.", (int)Statement.None)]
    [InlineData("This study aims to advance kites.", (int)Statement.Aimed)]
    [InlineData("We strive to advance kites.", (int)Statement.Aimed)]
    [InlineData("We aim to advance kites by carefully introducing tails.", (int)Statement.None)]
    [InlineData("Our analysis focuses on kites.", (int)Statement.Aimed)]
    [InlineData("This work is mainly focused on kites.", (int)Statement.Aimed)]
    [InlineData("Earlier work focuses on kites.", (int)Statement.None)]
    [InlineData("Flying aims to please.", (int)Statement.None)]
    [InlineData("", (int)Statement.None)]
    public void Sentence_ByItsVerb_SaysWhatTheAuthorsDo(string text, int expected) => Assert.Equal((Statement)expected, Statements.Of(Some.View(text)));

    [Theory]
    [InlineData("We evaluate KiteNet on old kites.", (int)Statement.Announced)]
    [InlineData("To see how it flies, we test it in storms.", (int)Statement.Announced)]
    [InlineData("We study kites in storms.", (int)(Statement.Announced | Statement.Studied))]
    [InlineData("We study kites in storms and find none.", (int)Statement.Studied)]
    [InlineData("We evaluate KiteNet, which outperforms old kites.", (int)Statement.None)]
    [InlineData("Kites, string, wind, and sky are what we test.", (int)Statement.None)]
    [InlineData("This paper investigates kites.", (int)(Statement.Announced | Statement.Asked))]
    [InlineData("This paper investigates kites and finds none.", (int)Statement.Asked)]
    [InlineData("We focus on kites.", (int)Statement.Announced)]
    [InlineData("We call it a kite.", (int)Statement.Announced)]
    [InlineData("We provide a detailed analysis of kites.", (int)Statement.Analysed)]
    [InlineData("We provide a detailed analysis of kites, revealing tails.", (int)Statement.None)]
    [InlineData("We provide a theoretical analysis of kites.", (int)Statement.None)]
    [InlineData("This paper reports on a study of kites.", (int)Statement.None)]
    public void Announcement_WithoutAnOutcome_IsOne(string text, int expected) => Assert.Equal((Statement)expected, Statements.Of(Some.View(text)));

    [Theory]
    [InlineData("It flies higher than birds.", true)]
    [InlineData("It uses wind rather than string.", false)]
    [InlineData("It flies in places other than the sea.", false)]
    [InlineData("It needs less than half the string.", false)]
    [InlineData("It rises higher than 20 metres.", false)]
    public void Than_BetweenTwoThings_Compares(string text, bool expected) => Assert.Equal(expected, Statements.Of(Some.View(text)).HasFlag(Statement.Compared));
}
