using System.Text;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.TopicClassifier.Classification.Keyphrases;

namespace Pipeline.TopicClassifier.Tests.Classification.Keyphrases;

public sealed class KeyphraseExtractorTests
{
    [Fact]
    public void Extract_OfAPaper_PutsWhatItKeepsSayingFirst()
    {
        var phrases = KeyphraseExtractor.Extract(
            "Pruning climbing roses",
            "We study rose fungi on old walls. Rose fungi spread when climbing roses are cut late; the garden shears carry them.");

        Assert.Equal(["Pruning climbing roses", "rose fungi"], phrases.Take(2).Select(phrase => phrase.Text).Order(StringComparer.Ordinal));
        Assert.Contains("climbing roses", phrases.Select(phrase => phrase.Text));
    }

    [Theory]
    [InlineData("The red rose and the old wall.", "red rose|old wall")]
    [InlineData("Red roses, red rose.", "Red roses")]
    [InlineData("Self-rooting roses' thorns", "Self-rooting roses|thorns")]
    [InlineData("2024 roses 17", "roses")]
    [InlineData("old very-red\n  climbing tea roses", "very-red\n  climbing tea roses")]
    [InlineData("red      rose", "red|rose")]
    [InlineData("slowly wilting roses", "wilting roses")]
    [InlineData("the of and", "")]
    [InlineData("", "")]
    public void Extract_CutsAtStopWordsSignsAndNumbers(string text, string expected)
        => Assert.Equal(expected, string.Join('|', KeyphraseExtractor.Extract("", text).OrderBy(phrase => phrase.Start).Select(phrase => phrase.Text)));

    [Fact]
    public void Extract_PhraseOfTheTitle_ComesBeforeOneOfTheAbstract()
        => Assert.Equal(
            [("tea rose", TextPart.Title), ("garden wall", TextPart.Abstract)],
            KeyphraseExtractor.Extract("The tea rose", "The garden wall.").Select(phrase => (phrase.Text, phrase.In)));

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    public void Extract_OfManyPhrases_KeepsTen(int given, int expected)
        => Assert.Equal(expected, KeyphraseExtractor.Extract("", string.Join(" and ", Enumerable.Range(0, given).Select(i => $"rose{(char)('a' + i)} bed"))).Count);

    [Fact]
    public void Extract_OfAnotherLanguage_IsNone()
        => Assert.Empty(KeyphraseExtractor.Extract(
            "Der Garten im Herbst",
            "Wir beschreiben ausführlich, wie man alte Rosen schneidet und den schweren Boden rechtzeitig vor dem langen Winter lockert und abdeckt."));

    [Fact]
    public void Extract_OfAnything_QuotesItsTextAndIsTheSameTwice()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (title, text) = (Noise(random, 40), Noise(random, 400));

            var phrases = KeyphraseExtractor.Extract(title, text);

            Assert.True(phrases.Count <= KeyphraseExtractor.MaxPhrases);
            Assert.All(phrases, phrase => Assert.Equal(phrase.Text, (phrase.In == TextPart.Title ? title : text)[phrase.Start..phrase.End]));
            Assert.All(phrases, phrase => Assert.InRange(phrase.Score, 0, 1));
            Assert.Equal(phrases, KeyphraseExtractor.Extract(title, text));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("rose ")]
    [InlineData("rose-")]
    [InlineData("rose, ")]
    [InlineData("\ud800")]
    [InlineData("\0 ")]
    [InlineData("- ")]
    public void Extract_OfMegabytes_Ends(string unit)
        => Assert.True(KeyphraseExtractor.Extract("", new StringBuilder().Insert(0, unit, 2_000_000 / unit.Length).ToString()).Count <= 1);

    private static string Noise(Random random, int length)
    {
        const string Letters = "aeRs  \n-'.,;0é漢\0\ud83d\udc4d\ud800\u2019the ";
        return string.Concat(Enumerable.Range(0, random.Next(length)).Select(_ => random.Next(8) == 0 ? (char)random.Next(char.MaxValue + 1) : Letters[random.Next(Letters.Length)]));
    }
}
