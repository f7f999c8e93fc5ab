using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>Plain sentences that no later model may read otherwise.</summary>
public sealed class SentenceReaderTests
{
    private const string Abstract =
        "Kites have been studied for decades, yet their control in gusts remains an open problem. "
        + "In this paper, we propose KiteNet, a novel neural controller for kites. "
        + "KiteNet consists of an encoder and a decoder. "
        + "Extensive experiments show that KiteNet outperforms existing controllers on three benchmarks. "
        + "Our code is available at https://github.com/kites/kitenet.";

    private static readonly IReadOnlyList<Sentence> Sentences = Some.Analysis(Abstract).Sentences;

    [Theory]
    [InlineData(0, SentenceRole.Background)]
    [InlineData(1, SentenceRole.Method)]
    [InlineData(2, SentenceRole.Method)]
    [InlineData(3, SentenceRole.Result)]
    [InlineData(4, SentenceRole.Other)]
    public void Role_OfAPlainSentence_IsRead(int sentence, SentenceRole expected) => Assert.Equal(expected, Sentences[sentence].Role);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, ClaimType.Contribution)]
    [InlineData(2, null)]
    [InlineData(3, ClaimType.Comparison)]
    [InlineData(4, ClaimType.Availability)]
    public void Claim_OfAPlainSentence_IsRead(int sentence, ClaimType? expected) => Assert.Equal(expected, Sentences[sentence].ClaimType);

    [Fact]
    public void Scores_AreProbabilitiesAndAgreeWithWhatIsSaid()
        => Assert.All(Sentences, sentence =>
        {
            Assert.InRange(sentence.RoleScore, 0.2, 1);
            Assert.InRange(sentence.ClaimScore, 0, 1);
            Assert.Equal(sentence.Claim, sentence.ClaimType is not null);
            Assert.True(sentence.Claim || !sentence.MainClaim);
            Assert.True(!sentence.MainClaim || sentence.ClaimScore >= sentence.MainClaimScore);
        });

    [Fact]
    public void Sentence_WithoutAnyWord_IsNoClaim()
    {
        var sentence = new Pipeline.ClaimExtractor.Extraction.ClaimAnalyzer().Analyze(Some.PaperId, "", ["We propose KiteNet.", ""]).Sentences[1];

        Assert.Equal((SentenceRole.Other, false, null), (sentence.Role, sentence.Claim, sentence.ClaimType));
    }
}
