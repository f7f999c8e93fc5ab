using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Rules;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class MainClaimRulesTests
{
    [Fact]
    public void MainClaim_ConclusionAtTheEnd_IsIt()
        => Assert.Equal(
            ["These results suggest that tails stabilise kites."],
            Chosen("Kites have been flown for years. Tails were cut to ten lengths. Wind was measured every day. These results suggest that tails stabilise kites."));

    [Theory]
    [InlineData("Code is available at https://kites.example.")]
    [InlineData("We hope to see more kites.")]
    [InlineData("We plan to release the code.")]
    public void MainClaim_AvailabilityHopeOrPromiseAtTheEnd_LeavesItToTheSentenceBefore(string last)
        => Assert.Equal(
            ["We show that our tail outperforms ribbons."],
            Chosen($"Kites have been flown for years. Tails are old. We show that our tail outperforms ribbons. {last}"));

    [Fact]
    public void MainClaim_OfAnyAbstract_IsAClaim()
        => Assert.All(Some.Analysis("Kites fly. Kites land. Kites rest.").Sentences, sentence => Assert.True(sentence.Claim || !sentence.MainClaim));

    [Theory]
    [InlineData(new[] { 0.9, 0.8, 0.7 }, new[] { 0, 1 })]
    [InlineData(new[] { 0.49, 0.5 }, new[] { 1 })]
    [InlineData(new[] { 0.7, 0.7, 0.7 }, new[] { 1, 2 })]
    [InlineData(new[] { 0.1 }, new int[0])]
    [InlineData(new double[0], new int[0])]
    public void Choose_ByScores_TakesAtMostTwoFromTheThresholdOn(double[] scores, int[] expected)
        => Assert.Equal(expected, Enumerable.Range(0, scores.Length).Where(MainClaimRules.Choose(scores).Contains));

    private static IEnumerable<string> Chosen(string text)
        => Some.Analysis(text).Sentences.Where(sentence => sentence.MainClaim).Select(sentence => new TextSpan(sentence.Start, sentence.End).Of(text));
}
