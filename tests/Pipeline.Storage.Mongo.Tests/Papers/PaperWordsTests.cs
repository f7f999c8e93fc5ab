using CsCheck;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Mongo.Papers;

namespace Pipeline.Storage.Mongo.Tests.Papers;

public sealed class PaperWordsTests
{
    [Theory]
    [InlineData("GPT-4 in foo_bar", new[] { "gpt", "4", "in", "foo", "bar" })]
    [InlineData("Étude x² Ⅻ 漢字 e\u0301t", new[] { "étude", "x²", "ⅻ", "漢字", "e", "t" })]
    [InlineData("  ", new string[0])]
    [InlineData("a\0b a", new[] { "a", "b" })]
    public void Words_AreRunsOfLettersAndDigitsInLowerCaseEachOnce(string text, string[] expected)
        => Assert.Equal(expected, PaperWords.Of(text));

    [Fact]
    public void Words_OfSeveralTexts_DoNotRunTogether()
        => Assert.Equal(["one", "two"], PaperWords.Of("one", "two"));

    [Fact]
    public void Words_OfAnyText_HoldWhatASearchForThatTextAsksFor()
        => Gen.String.Sample(text => Assert.Superset(SearchWords.Of(text).ToHashSet(), PaperWords.Of(text)));
}
