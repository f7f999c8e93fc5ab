using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Tests.Extraction.Discourse;

public sealed class SentenceFeaturesTests
{
    [Theory]
    [InlineData("kites fly high", "kites fly high")]
    [InlineData("a state-of-the-art kite", "a state of the art kite")]
    [InlineData("it gains 5 points", "it gains 7 points")]
    public void Append_OfWordsThatMeanTheSame_GivesTheSameFeatures(string left, string right)
        => Assert.Equal(Features(left, 0, 1), Features(right, 0, 1));

    [Theory]
    [InlineData("kites fly high", "kites high fly")]
    [InlineData("it gains 5 points", "it gains 5.5 points")]
    [InlineData("we fly kites", "we flew kites")]
    public void Append_OfWordsThatDiffer_GivesOtherFeatures(string left, string right)
        => Assert.NotEqual(Features(left, 0, 1), Features(right, 0, 1));

    [Fact]
    public void Append_OfTheSameWordsElsewhere_DiffersByPlaceOnly()
    {
        var first = Features("kites fly high", 0, 5);
        var last = Features("kites fly high", 4, 5);

        Assert.Equal(first.Count, last.Count);
        Assert.Equal(4, first.Except(last).Count());
    }

    [Fact]
    public void Append_OfAnEndlessSentence_ReadsItsBeginning()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("kite", 100_000));

        Assert.InRange(Features(sentence, 0, 1).Count, 100, 100_000 + 1000);
    }

    private static List<uint> Features(string sentence, int index, int count)
    {
        var features = new List<uint>();
        SentenceFeatures.Append(new TokenizedText(sentence, [new TextSpan(0, sentence.Length)], []).ViewOf(0), index, count, features);
        return features;
    }
}
