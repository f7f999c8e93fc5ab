using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Kites fly.", "Kites fly .")]
    [InlineData("ResNet-34 and LLaMA3-8B", "ResNet - 34 and LLaMA3 - 8 B")]
    [InlineData("0.990pm0.006", "0.990 pm 0.006")]
    [InlineData("3.67times 1,234.5 1,23", "3.67 times 1,234.5 1 , 23")]
    [InlineData("p<.05, a.5", "p < .05 , a . 5")]
    [InlineData("kite's l’air kites'", "kite's l’air kites '")]
    [InlineData("(https://kites.example/a-b.)", "( https://kites.example/a-b . )")]
    [InlineData("", "")]
    public void Tokens_OfAText_AreItsPieces(string text, string expected)
        => Assert.Equal(expected, string.Join(' ', Some.Tokens(text).TokensOf(0).ToArray().Select(token => text[token.Start..token.End])));
}
