using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class ClaimAnalyzerTests
{
    [Fact]
    public void Version_IsThatOfTheLearnedModels() => Assert.Equal("claims/7", ClaimAnalyzer.Version.ToString());

    [Fact]
    public void Analyze_EmptyAbstract_GivesEmptyLists()
    {
        var analysis = Some.Analysis("");

        Assert.Empty(analysis.Sentences);
        Assert.Empty(analysis.Claims);
        Assert.Empty(analysis.Quantities);
    }

    [Fact]
    public void Analyze_Claim_HoldsItsWordsAndNumbers()
    {
        var claim = Assert.Single(Some.Analysis("Kites have been flown for many years. Our tail outperforms ribbons by 4.5% on 40 tasks.").Claims);

        Assert.Equal("Our tail outperforms ribbons by 4.5% on 40 tasks.", claim.Text);
        Assert.Equal(ClaimType.Comparison, claim.Type);
        Assert.Equal(["4.5%", "40 tasks"], claim.Quantities.Select(quantity => quantity.Text));
    }

    [Fact]
    public void Analyze_SameClaimOfTheSamePaper_HasTheSameIdWhereverItStands()
        => Assert.Equal(Id("We find that kites fly."), Id("Wind blows. We find that kites fly."));

    [Fact]
    public void Analyze_SentenceRepeated_GivesDifferentIds()
    {
        var ids = Some.Analysis("We find that kites fly. We find that kites fly. We find that kites fly.").Claims.Select(claim => claim.Id).ToList();

        Assert.Equal(3, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Id("We find that kites fly."), ids[0]);
    }

    [Fact]
    public void Analyze_SplitText_FollowsTheSentencesGiven()
    {
        var analysis = new ClaimAnalyzer().Analyze(Some.PaperId, "", ["Kites fly. They fall", "", " so it is "]);

        Assert.Equal([(0, 20), (21, 21), (22, 32)], analysis.Sentences.Select(sentence => (sentence.Start, sentence.End)));
    }

    [Fact]
    public void Analyze_SplitTextWithNumbers_CountsInTheJoinedText()
    {
        var quantity = Assert.Single(new ClaimAnalyzer().Analyze(Some.PaperId, "", ["Kites fly.", "It gains 5%."]).Quantities);

        Assert.Equal((20, 22), (quantity.Start, quantity.End));
    }

    [Fact]
    public void Analyze_ByManyThreads_GivesWhatOneGives()
    {
        var analyzer = new ClaimAnalyzer();
        const string Text = "We propose KiteNet, a tail. KiteNet is 3x faster than ribbons on CIFAR-10.";
        var expected = Bytes(analyzer.Analyze(Some.PaperId, "Kites", Text));

        var results = new byte[64][];
        Parallel.For(0, results.Length, i => results[i] = Bytes(analyzer.Analyze(Some.PaperId, "Kites", Text)));

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    private static string Id(string text) => Some.Analysis(text).Claims.First(claim => claim.Text == "We find that kites fly.").Id;

    private static byte[] Bytes(ClaimAnalysis analysis) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(analysis, PaperJson.Options);
}
