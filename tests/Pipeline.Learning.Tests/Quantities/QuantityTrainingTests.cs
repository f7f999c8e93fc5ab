using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.Learning.Quantities;

namespace Pipeline.Learning.Tests.Quantities;

public sealed class QuantityTrainingTests
{
    private static readonly GoldText[] Measurements = [Text("The kite rose 5 m in 3 min.", "5 m", "3 min"), Text("A string of 20 cm was used in 1998.", "20 cm", "1998")];
    private static readonly GoldText[] Abstracts = [Text("Our model gains 5% on two benchmarks.", "5%"), Text("We propose a model of 1998.")];

    [Fact]
    public void Train_Twice_GivesTheSameBytes()
        => Assert.Equal(QuantityTraining.Train(Measurements, Abstracts, []), QuantityTraining.Train(Measurements, Abstracts, []));

    [Fact]
    public void Train_OfTextsThatSayOtherwise_GivesOtherBytes()
        => Assert.NotEqual(QuantityTraining.Train(Measurements, Abstracts, []), QuantityTraining.Train(Measurements, [Text("Our model gains 5% on two benchmarks.", "two")], []));

    [Fact]
    public void Train_OfTwoKinds_TellsThemApart()
    {
        var model = QuantityModel.Load(QuantityTraining.Train([.. Many(Measurements)], [.. Many(Abstracts)], []));

        Assert.True(model.ReportsMeasurements(QuantityExamples.Tokens(Measurements[0].Text)));
        Assert.False(model.ReportsMeasurements(QuantityExamples.Tokens(Abstracts[0].Text)));
        Assert.False(model.ReportsMeasurements(QuantityExamples.Tokens("")));
    }

    [Fact]
    public void Examples_OfAText_AnswerByTheLabels()
    {
        var kept = QuantityExamples.Of(Abstracts[0], measures: false).Where(example => example.Decision == QuantityDecision.Keep).Select(example => example.Answer);

        Assert.Equal([true, false], kept);
    }

    [Theory]
    [InlineData("2501.00001")]
    [InlineData("")]
    public void Halves_OfAnId_NeverChange(string id) => Assert.Equal(QuantityHalves.Of(id), QuantityHalves.Of(new string(id.AsSpan())));

    [Fact]
    public void Halves_OfManyIds_AreAboutHalf()
        => Assert.InRange(Enumerable.Range(0, 1000).Count(i => QuantityHalves.Of($"2501.{i:D5}") == QuantityHalf.Train), 400, 600);

    // A handful of texts does not outweigh what is assumed without evidence.
    private static IEnumerable<GoldText> Many(GoldText[] texts) => Enumerable.Repeat(texts, 100).SelectMany(same => same);

    private static GoldText Text(string text, params string[] quantities)
        => new(text, text, [.. quantities.Select(words => SomeQuantity.Gold(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length))], IsFullyLabelled: true);
}
