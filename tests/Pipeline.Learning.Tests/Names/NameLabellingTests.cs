using Pipeline.ClaimExtractor.Extraction.Naming;
using Pipeline.Learning.Names;

namespace Pipeline.Learning.Tests.Names;

public sealed class NameLabellingTests
{
    [Theory]
    [InlineData("KiteNet: Flying by Wind", "KiteNet")]
    [InlineData("Flying by wind", null)]
    [InlineData("a kite: flying by wind", null)]
    [InlineData("One Two Three Four: Flying", null)]
    public void Lead_OfATitle_IsTheNameBeforeTheColon(string title, string? expected)
        => Assert.Equal(expected, TitleLabels.Lead(title));

    [Fact]
    public void ToLabels_OfTokens_GivesThePrintedSentence()
    {
        var labels = new TdmSentence { Id = "a", Tokens = ["On", "the", "Kite", "-", "5", "(", "K", ")", "."], Tags = ["O", "O", "B-DATASET", "I-DATASET", "I-DATASET", "O", "B-METRIC", "O", "O"] }.ToLabels();

        Assert.Equal("On the Kite-5 (K).", labels.Abstract);
        Assert.Equal([new LabelSpan(7, 13)], labels.Datasets);
        Assert.Equal([new LabelSpan(15, 16)], labels.Metrics);
    }

    [Fact]
    public void Miner_KnowsANameBesideDatasetFromOneThatIsNot()
    {
        var miner = new DatasetMiner();
        for (var i = 0; i < 5; i++)
        {
            miner.Add(NamedText.Read("We fly KiteNet on the WindData dataset.").Names);
        }

        var (keys, values) = miner.Known();

        Assert.True(values[Array.IndexOf(keys, NameHash.OfName("WindData"))] > 0);
        Assert.True(values[Array.IndexOf(keys, NameHash.OfName("kite-net"))] < 0);
    }

    [Fact]
    public void Train_Twice_GivesTheSameWeights()
    {
        List<NameExample> examples = [new(NameKind.Method, [(1, 1), (2, 0.5f)], 1), new(NameKind.Dataset, [(3, 1)], 2), new(NameKind.Other, [(2, 1)], 1)];

        var (scale, weights) = SoftmaxTrainer.Train(examples);

        Assert.Equal(weights, SoftmaxTrainer.Train(examples).Weights);
        Assert.True(scale > 0 && weights[(1 * NameModel.Classes) + (int)NameKind.Method] > 0 && weights[(3 * NameModel.Classes) + (int)NameKind.Dataset] > 0);
    }

    [Fact]
    public async Task Labels_OfTheProject_HaveBothParts()
    {
        var labels = await LabelFile.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(150, labels.Count);
        Assert.Equal(87, labels.Values.Count(paper => paper.Part == "dev"));
    }
}
