using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Tokens;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>The words in these rows are words of the lexicon, which knows no others.</summary>
public sealed class PhraseSetTests
{
    [Theory]
    [InlineData("we propose", "We propose kites.", true)]
    [InlineData("we propose", "We kites propose.", false)]
    [InlineData("we propose|present", "We present kites.", true)]
    [InlineData("we * propose", "We therefore strongly propose kites.", true)]
    [InlineData("we * propose", "We kites propose.", false)]
    [InlineData("we * propose", "We also then thus even propose.", false)]
    [InlineData("results _ show", "Results on two beaches show it.", true)]
    [InlineData("results _ show", "Results on two very wide beaches show it.", false)]
    [InlineData("results _ show", "Results, show.", false)]
    [InlineData("referred to as", "referred-to-as kites", true)]
    [InlineData("# %", "It is 5%.", true)]
    public void Any_OfAPhrase_FollowsItsPattern(string phrase, string text, bool expected)
        => Assert.Equal(expected, new PhraseSet(Lexicon.Words, [phrase]).Any(Some.View(text).Tokens));

    [Fact]
    public void Match_OfTwoPhrases_TakesTheLonger()
    {
        var phrases = new PhraseSet(Lexicon.Words, [("we", 1), ("we propose", 2)]);

        Assert.Equal(2, phrases.Match(Some.View("We propose kites.").Tokens, 0, out var weight));
        Assert.Equal(2, weight);
    }

    [Fact]
    public void Sum_OfOverlappingPhrases_CountsEachTokenOnce()
    {
        var phrases = new PhraseSet(Lexicon.Words, [("we propose", 2), ("propose", 5), ("method", 1)]);

        Assert.Equal(3, phrases.Sum(Some.View("We propose method kites.").Tokens, out var largest));
        Assert.Equal(2, largest);
    }
}
