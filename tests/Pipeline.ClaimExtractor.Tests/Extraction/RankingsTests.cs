using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class RankingsTests
{
    [Theory]
    [InlineData("It surpasses old kites.", true)]
    [InlineData("It flies well, outperforming old kites.", true)]
    [InlineData("It is also competitive in storms.", true)]
    [InlineData("Its superiority in storms is plain.", true)]
    [InlineData("It is on par with old kites.", true)]
    [InlineData("It greatly improves upon old kites.", true)]
    [InlineData("It matches the performance of old kites.", true)]
    [InlineData("It matches the wind.", false)]
    [InlineData("It has state-of-the-art performance.", true)]
    [InlineData("It uses a state-of-the-art kite.", false)]
    [InlineData("It improves kites.", false)]
    [InlineData("It flies for an hour.", false)]
    [InlineData("", false)]
    public void Sentence_WithAWordOfRank_Ranks(string text, bool expected) => Assert.Equal(expected, Rankings.Ranks(Some.View(text)));

    [Theory]
    [InlineData("Our experiments show that a kite, trained over three summers by KiteNet, surpasses Ribbon-4 on the KiteEval benchmark.")]
    public void Result_ThatRanks_IsAComparison(string sentence)
        => Assert.Equal(ClaimType.Comparison, Some.Analysis($"We propose KiteNet, a novel kite. {sentence}").Sentences[^1].ClaimType);
}
