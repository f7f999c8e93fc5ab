using Pipeline.ClaimExtractor.Extraction.Quantities;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

public sealed class QuantityModelTests
{
    private static byte[] Saved() => QuantityModel.Save(new double[QuantityModel.TableSize], new double[QuantityModel.WordTableSize], bias: 1);

    [Fact]
    public void Default_IsCarriedByTheAssembly() => Assert.NotNull(QuantityModel.Default);

    [Fact]
    public void Load_OfASavedModel_ScoresLikeIt()
    {
        uint[] features = [7, 8];
        var weights = new double[QuantityModel.TableSize];
        weights[QuantityModel.SharedSlot(QuantityDecision.Tail, 7)] += 0.5;
        weights[QuantityModel.KindSlot(QuantityDecision.Tail, 8, reportsMeasurements: true)] += 0.25;

        var model = QuantityModel.Load(QuantityModel.Save(weights, new double[QuantityModel.WordTableSize], bias: 0));

        Assert.Equal(0.75, model.Score(QuantityDecision.Tail, features, reportsMeasurements: true));
        Assert.Equal(0.5, model.Score(QuantityDecision.Tail, features, reportsMeasurements: false));
        Assert.Equal(0, model.Score(QuantityDecision.Keep, features, reportsMeasurements: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Load_OfACutFile_SaysSo(int missing)
    {
        var file = Saved();

        var problem = Assert.Throws<InvalidDataException>(() => QuantityModel.Load(file.AsSpan(0, missing == 0 ? 0 : file.Length - missing)));

        Assert.Contains("train quantities", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "version")]
    [InlineData(5, "damaged")]
    [InlineData(1000, "damaged")]
    public void Load_OfAChangedFile_SaysWhatIsWrong(int at, string expected)
    {
        var file = Saved();
        file[at] ^= 1;

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => QuantityModel.Load(file)).Message, StringComparison.Ordinal);
    }
}
