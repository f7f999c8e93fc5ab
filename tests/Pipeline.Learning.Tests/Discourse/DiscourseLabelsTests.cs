using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Discourse;

namespace Pipeline.Learning.Tests.Discourse;

public sealed class DiscourseLabelsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_AreSplitIntoPartsAndEachCodeIsKnown()
    {
        var labels = await DiscourseLabels.ReadOwnAsync(Token);

        Assert.Equal(1399, labels.Count);
        Assert.Equal(335, labels.Values.Count(label => label.Part == "dev"));
        Assert.All(labels.Values, label =>
        {
            var example = label.Apply("", new string('x', label.Sentences[^1][1].GetInt32()));
            Assert.All(example.Labels.OfType<int[]>(), codes => Assert.DoesNotContain(-1, codes));
            Assert.Equal(example.Count, example.Labels[Array.IndexOf(DiscourseHead.Chains, DiscourseHead.Roles)]!.Length);
        });
    }

    [Fact]
    public async Task Own_HoldNothingOfTheRealPage()
        => Assert.Empty((await DiscourseLabels.ReadOwnAsync(Token)).Keys.Intersect(["2506.05333", "2508.01832"]));
}
