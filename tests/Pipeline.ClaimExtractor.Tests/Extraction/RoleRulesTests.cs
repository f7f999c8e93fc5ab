using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Rules;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class RoleRulesTests
{
    [Theory]
    [InlineData("In recent years, kites have become popular.", SentenceRole.Background)]
    [InlineData("Existing kites often suffer from a lack of wind.", SentenceRole.Background)]
    [InlineData("The aim of this study is to find better kites.", SentenceRole.Objective)]
    [InlineData("This paper investigates whether kites like rain.", SentenceRole.Objective)]
    [InlineData("We propose a novel tail for kites.", SentenceRole.Method)]
    [InlineData("Specifically, we use strings, which are then cut.", SentenceRole.Method)]
    [InlineData("Experimental results show that the tail outperforms ribbons.", SentenceRole.Result)]
    [InlineData("We find that accuracy improves by 5%.", SentenceRole.Result)]
    public void Role_BySentence_FollowsItsCues(string sentence, SentenceRole expected)
        => Assert.Equal(expected, Some.InTheMiddle(sentence).Role);

    [Theory]
    [InlineData("Code is publicly available at https://kites.example.", SentenceRole.Other)]
    [InlineData("We hope that this work opens the sky.", SentenceRole.Other)]
    [InlineData("We conclude that kites outperform balloons.", SentenceRole.Result)]
    public void Role_OfTheLastSentence_FollowsItsCues(string sentence, SentenceRole expected)
        => Assert.Equal(expected, Some.Analysis($"Kites have been flown for many years. We propose a tail. Our results show that kites fly. {sentence}").Sentences[^1].Role);

    [Fact]
    public void Role_WithoutAnyCue_FollowsThePlace()
    {
        var sentences = Some.Analysis("Kites fly. Kites glide. Kites turn. Kites dive. Kites rest. Kites land.").Sentences;

        Assert.Equal(SentenceRole.Background, sentences[0].Role);
        Assert.Equal(SentenceRole.Result, sentences[^1].Role);
    }

    [Fact]
    public void Probabilities_OfEachSentence_SumToOne()
    {
        var rows = RoleRules.Probabilities(Some.Tokens("We find that kites fly."), [false]);

        Assert.Equal(1, Assert.Single(rows).Sum(), precision: 9);
    }

    [Fact]
    public void Probabilities_SentenceThatNamesTheOwnMethod_IsLessLikelyBackground()
    {
        var text = Some.Tokens("Kitely flies.");

        Assert.True(RoleRules.Probabilities(text, [true])[0][0] < RoleRules.Probabilities(text, [false])[0][0]);
    }
}
