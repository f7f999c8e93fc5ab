using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>What a quantity is about, where the sentence says so.</summary>
public sealed class QuantityContextTests
{
    [Theory]
    [InlineData("It is 20% faster.", QuantityDirection.Increase)]
    [InlineData("It outperforms ribbons by 4.5%.", QuantityDirection.Increase)]
    [InlineData("It has a 2x speedup.", QuantityDirection.Increase)]
    [InlineData("It rises from 3.1 to 4.2.", QuantityDirection.Increase)]
    [InlineData("It uses 30% less memory.", QuantityDirection.Decrease)]
    [InlineData("It needs 5 times fewer strings.", QuantityDirection.Decrease)]
    [InlineData("It reduces drag to 28.9%.", QuantityDirection.Decrease)]
    [InlineData("It has only a 0.6% success rate drop.", QuantityDirection.Decrease)]
    [InlineData("It falls from 4.2 to 3.1.", QuantityDirection.Decrease)]
    [InlineData("It reaches 83% accuracy.", QuantityDirection.None)]
    [InlineData("It works at an acceleration factor of 20.", QuantityDirection.None)]
    [InlineData("It improves on 40 tasks.", QuantityDirection.None)]
    public void Direction_ByTheWordsAround_IsThatOfTheStatedChange(string text, QuantityDirection expected)
        => Assert.Equal(expected, Assert.Single(Some.Quantities(text)).Direction);

    [Theory]
    [InlineData("It reaches 83% accuracy.", "accuracy")]
    [InlineData("It has a 0.6% success rate drop.", "success rate")]
    [InlineData("It reaches an accuracy of 83%.", "accuracy")]
    [InlineData("It reduces memory usage by up to 60%.", "memory usage")]
    [InlineData("It boosts the accuracy of tails by 2%.", "accuracy")]
    [InlineData("It has a 2.5x acceleration in training efficiency.", "training efficiency")]
    [InlineData("It gains 3% at sea.", null)]
    [InlineData("It reaches 80% TLS.", "TLS")]
    [InlineData("Its drag falls by 7%.", "drag")]
    [InlineData("It reaches superior accuracy of 83%.", "accuracy")]
    [InlineData("It gains 3% in low-cost regimes.", null)]
    [InlineData("It boosts recall by $+5.4\\%$.", "recall")]
    [InlineData("It flies with high SSIM (highest being 0.99).", "SSIM")]
    public void Metric_ByTheWordsAround_IsWhatWasMeasured(string text, string? expected)
        => Assert.Equal(expected, Assert.Single(Some.Quantities(text)).Metric);

    [Theory]
    [InlineData("It is 3x faster than old ribbons.", "old ribbons")]
    [InlineData("It outperforms the strongest ribbon by 4.5%.", "strongest ribbon")]
    [InlineData("It has an 80x speedup over Ribbon-LM in wind.", "Ribbon-LM")]
    [InlineData("It is 3x faster compared to Ribbon.", "Ribbon")]
    [InlineData("It is 3x faster.", null)]
    [InlineData("Compared to old ribbons, it is 3x faster.", "old ribbons")]
    [InlineData("It has an Intersection over Union of 83%.", null)]
    [InlineData("With 5% of the kites it outperforms training on all of the kites.", "training on all")]
    public void Baseline_ByTheWordsAround_IsWhatItIsComparedWith(string text, string? expected)
        => Assert.Equal(expected, Assert.Single(Some.Quantities(text)).Baseline);

    [Theory]
    [InlineData("It reaches 83%, outperforming ribbons by 4%.", null, "ribbons")]
    [InlineData("It outperforms ribbons by 4% and strings by 7%.", "ribbons", "strings")]
    [InlineData("It reaches 86% vs 88% for full tuning.", "full tuning", null)]
    public void Baselines_OfTwoNumbers_GoToTheNumberTheyBelongTo(string text, string? first, string? second)
        => Assert.Equal([first, second], Some.Quantities(text).Select(q => q.Baseline));

    [Fact]
    public void Baseline_OfTheClauseBefore_IsNotTakenOver()
        => Assert.Equal(["GPT4", null], Some.Quantities("It surpasses GPT4 by 4%, while using 30% less memory.").Select(q => q.Baseline));

    [Theory]
    [InlineData("It reaches 83% on CIFAR-10.", "CIFAR-10")]
    [InlineData("On the Ribbon-5K dataset it reaches 83%.", "Ribbon-5K")]
    [InlineData("It reaches 83% at sea.", null)]
    [InlineData("It reaches 83% on hard kite benchmarks.", "hard kite benchmarks")]
    [InlineData("It reaches 83% across calm and windy tasks.", "calm and windy tasks")]
    [InlineData("It reaches 83% across diverse downstream tasks.", null)]
    [InlineData("In the SKY setting, it reaches 83%.", null)]
    [InlineData("In SKY Ribbons, it reaches 83%.", "SKY Ribbons")]
    [InlineData("It reaches 83% on an old GPU.", null)]
    [InlineData("Experiments on kite benchmarks demonstrate that it reaches 83%.", "kite benchmarks")]
    [InlineData("It reaches 83% (real sea).", "real sea")]
    public void Dataset_InTheSentence_IsTheNearest(string text, string? expected)
        => Assert.Equal(expected, Assert.Single(Some.Quantities(text)).Dataset);

    [Theory]
    [InlineData("Experiments used kites on kite benchmarks. It reaches 83%.", "kite benchmarks")]
    [InlineData("Experiments were run on kite benchmarks. On strings, it reaches 83%.", null)]
    public void Dataset_OfTheSentenceBefore_HoldsUntilAnotherIsSpokenOf(string text, string? expected)
        => Assert.Equal(expected, Assert.Single(Some.Analysis(text).Quantities).Dataset);

    [Fact]
    public void Entity_BeforeGainsOfPoints_IsWhatGains()
        => Assert.All(Some.Quantities("KiteNet outperforms strings, achieving over 60 points gains in storms and over 5 points gains in rain."), q => Assert.Equal("KiteNet", q.Entity));

    [Theory]
    [InlineData("Kites trained on 6% of the data reach an accuracy of 83%.", "Kites")]
    [InlineData("The tests show that KiteNet achieving 83% accuracy flies.", "KiteNet")]
    [InlineData("We propose the Long Tail Network (LTN). Our method reaches an accuracy of 83%.", "LTN")]
    [InlineData("We propose EXKite (EXtended Kite). Our method reaches an accuracy of 83%.", "EXKite")]
    [InlineData("Smaller models like Kite-3B (83.1%) lag behind.", "Kite-3B")]
    public void Entity_OfAScore_IsWhatReachesIt(string text, string expected)
        => Assert.Equal(expected, Some.Analysis(text).Quantities[^1].Entity);

    [Fact]
    public void Dataset_BehindASemicolon_BelongsToAnotherNumber()
        => Assert.Null(Some.Quantities("It reduces drag by 12%; it also flies on CIFAR-10.")[0].Dataset);

    [Fact]
    public void Entity_OfACount_IsTheThingCounted()
        => Assert.Equal("hard flying tasks", Assert.Single(Some.Quantities("It was tested on 40 hard flying tasks.")).Entity);

    [Fact]
    public void List_OfNumbersAndMetrics_IsPairedInOrder()
    {
        var quantities = Some.Quantities("It yields improvements of 4%, 5%, and 6% in height, speed, and range, respectively.");

        Assert.Equal(["height", "speed", "range"], quantities.Select(q => q.Metric));
        Assert.All(quantities, q => Assert.Equal(QuantityDirection.Increase, q.Direction));
    }

    [Fact]
    public void List_OfMetricsThatShareTheirNoun_GoesOnToTheNoun()
        => Assert.Equal(
            ["training, validation, and testing accuracies", "validation, and testing accuracies", "testing accuracies"],
            Some.Quantities("It yields improvements of 4%, 5%, and 6% in training, validation, and testing accuracies, respectively.").Select(q => q.Metric));

    [Fact]
    public void Parallel_NumberBeforeTheOneWithTheMetric_SharesIt()
        => Assert.Equal(
            ["flying accuracy", "flying accuracy"],
            Some.Quantities("It achieves over 60 points gains in storms and over 5 points gains in rain for flying accuracy.").Select(q => q.Metric));

    [Fact]
    public void List_OfNumbersAndDatasets_IsPairedInOrder()
        => Assert.Equal(["WikiText-103", "Web"], Some.Quantities("It has 17% and 24% improvement on WikiText-103 and Web datasets.").Select(q => q.Dataset));

    [Fact]
    public void List_BehindItsDatasets_IsPairedInOrder()
        => Assert.Equal(["Kite-5K", "WindQA", "SeaBench"], Some.Quantities("On Kite-5K, WindQA, and SeaBench, our model reaches 61.2%, 72.3%, and 83.4% accuracy.").Select(q => q.Dataset));

    [Fact]
    public void Parallel_Numbers_ShareTheirDirection()
        => Assert.All(Some.Quantities("It shows improvements of 15% in precision and 19% in recall."), q => Assert.Equal(QuantityDirection.Increase, q.Direction));

    [Fact]
    public void Parallel_NumbersBeforeOneNoun_ShareIt()
        => Assert.Equal(["accuracy", "tuned accuracy"], Some.Quantities("It reaches 88.3% raw and 91.1% tuned accuracy.").Select(q => q.Metric));

    [Fact]
    public void List_OfAnotherLength_IsNotPaired()
        => Assert.All(Some.Quantities("It yields 4% and 5% in height, speed, and range tests."), q => Assert.NotEqual("speed", q.Metric));

    [Fact]
    public void Spans_OfWhatWasFound_PointAtTheWords()
    {
        const string Text = "It is 3x faster than Ribbon on CIFAR-10.";

        var quantity = Assert.Single(Some.Quantities(Text));

        Assert.Equal(["baseline", "dataset"], quantity.Spans.Keys);
        Assert.Equal("Ribbon", quantity.Spans["baseline"].Of(Text));
        Assert.Equal("CIFAR-10", quantity.Spans["dataset"].Of(Text));
    }
}
