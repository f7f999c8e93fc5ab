using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>"What counts" of the quality document, row by row.</summary>
public sealed class ClaimRulesTests
{
    [Theory]
    [InlineData("We propose a tail that turns.", ClaimType.Contribution)]
    [InlineData("This paper introduces a new string for kites.", ClaimType.Contribution)]
    [InlineData("In this work, we present a comprehensive survey of tails.", ClaimType.Contribution)]
    [InlineData("This work represents a significant step toward safe kites.", ClaimType.Contribution)]
    [InlineData("Our method reduces drag and thus enables longer flights.", ClaimType.Result)]
    [InlineData("Experiments demonstrate the effectiveness of the tail.", ClaimType.Result)]
    [InlineData("Our tail outperforms ribbons in strong wind.", ClaimType.Comparison)]
    [InlineData("The tail achieves performance on par with birds.", ClaimType.Comparison)]
    [InlineData("Our tail achieves a new state of the art in calm air.", ClaimType.Comparison)]
    [InlineData("Our tail needs less wind and is more stable than ribbons.", ClaimType.Comparison)]
    [InlineData("We find that kites prefer the morning.", ClaimType.Finding)]
    [InlineData("We argue that tails deserve more attention.", ClaimType.Finding)]
    [InlineData("We propose that kites turn because of drag.", ClaimType.Finding)]
    [InlineData("Surprisingly, wet kites fly.", ClaimType.Finding)]
    [InlineData("We prove an upper bound on the height.", ClaimType.Theory)]
    [InlineData("We derive the height in closed form.", ClaimType.Theory)]
    [InlineData("Code is available at https://kites.example.", ClaimType.Availability)]
    [InlineData("All models and data are publicly released.", ClaimType.Availability)]
    [InlineData("Our code is put online at https://kites.example.", ClaimType.Availability)]
    [InlineData("We provide videos of the flights at https://kites.example.", ClaimType.Availability)]
    public void Claim_BySentence_HasTheType(string sentence, ClaimType expected)
        => Assert.Equal(expected, Some.InTheMiddle(sentence).ClaimType);

    [Theory]
    [InlineData("In recent years, kites have become popular.")]
    [InlineData("The kite consists of (1) a tail and (2) a string.")]
    [InlineData("We study the tails of kites.")]
    [InlineData("In this paper, we investigate whether kites like rain.")]
    [InlineData("We evaluate kites on three beaches.")]
    [InlineData("We use strings of cotton.")]
    [InlineData("We hope that kites become popular.")]
    [InlineData("This work aims to make kites popular.")]
    [InlineData("We plan to release the code.")]
    [InlineData("The code will be made available.")]
    public void Claim_AnnouncementHopeOrPromise_IsNone(string sentence)
    {
        var read = Some.InTheMiddle(sentence);

        Assert.False(read.Claim);
        Assert.Null(read.ClaimType);
    }

    [Theory]
    [InlineData("Kitely flies without wind.", "Ribbons fly without wind.")]
    [InlineData("Kitely reduces drag.", "Rain reduces drag.")]
    public void Claim_SentenceThatNamesTheOwnMethod_ScoresHigher(string own, string other)
    {
        const string Introduction = "We propose Kitely, a tail.";

        Assert.True(Score(Introduction, own) > Score(Introduction, other));
    }

    private static double Score(string introduction, string sentence)
        => Some.Analysis($"{introduction} {sentence} Kites are nice.").Sentences[1].ClaimScore;
}
