using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" -- ", "")]
    [InlineData("Graph neural-networks", "graph neural networks")]
    [InlineData("the The THE", "the")]
    [InlineData("b a b", "b a")]
    [InlineData("GPT4 \"91.5\" $set", "gpt4 91 5 set")]
    [InlineData("ÉCOLE 机器 a\uD800b", "école 机器 a b")]
    public void Of_CutsRunsOfLettersAndDigits_EachOnceInOrder(string? text, string expected)
        => Assert.Equal(expected, string.Join(' ', SearchWords.Of(text)));

    [Theory]
    [InlineData(16, 16)]
    [InlineData(17, 16)]
    public void Of_ManyWords_KeepsTheFirst(int given, int kept)
        => Assert.Equal(
            Enumerable.Range(1, kept).Select(n => $"w{n}"), SearchWords.Of(string.Join(' ', Enumerable.Range(1, given).Select(n => $"w{n}"))));
}
