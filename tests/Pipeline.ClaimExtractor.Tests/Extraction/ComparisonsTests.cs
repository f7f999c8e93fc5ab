using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class ComparisonsTests
{
    [Theory]
    [InlineData("It flies higher.", true)]
    [InlineData("Compared with birds, it flies.", true)]
    [InlineData("It gains 4% over birds.", true)]
    [InlineData("It beats all BASELINES.", true)]
    [InlineData("It flies unlike existing kites.", true)]
    [InlineData("It flies at 20 metres in 4 storms.", false)]
    [InlineData("It overcomes storms.", false)]
    [InlineData("It flies well and reduces string by 4%.", false)]
    [InlineData("", false)]
    public void Sentence_WithAWordThatCompares_HasASign(string text, bool expected) => Assert.Equal(expected, Comparisons.HasSign(Some.View(text)));
}
