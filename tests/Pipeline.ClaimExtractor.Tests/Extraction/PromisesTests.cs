using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class PromisesTests
{
    [Theory]
    [InlineData("We hope our kites will inspire others.", true)]
    [InlineData("In the future, we also plan to fly.", true)]
    [InlineData("It is hoped that kites help.", true)]
    [InlineData("Code will be made publicly available.", true)]
    [InlineData("We will open-source our kites.", true)]
    [InlineData("Code is publicly available.", false)]
    [InlineData("We release our kites.", false)]
    [InlineData("Kites that were flown by people who once gave up hope do better.", false)]
    [InlineData("The tail will rise.", false)]
    [InlineData("", false)]
    public void Sentence_ThatHopesOrPromises_IsAPromise(string text, bool expected) => Assert.Equal(expected, Promises.IsPromise(Some.View(text)));

    [Theory]
    [InlineData("Our code will be released at https://github.com/kites/kitenet.", false)]
    [InlineData("Our code is released at https://github.com/kites/kitenet.", true)]
    public void Promise_InAnAbstract_IsNoClaim(string sentence, bool expected)
    {
        var read = Some.Analysis($"We propose KiteNet, a novel kite. It outperforms other kites by 4%. {sentence}").Sentences[^1];

        Assert.Equal(expected, read.Claim);
        Assert.Equal(expected, read.ClaimScore > Promises.MostScore);
        Assert.False(read.MainClaim);
    }
}
