using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Tests.Support;

namespace Pipeline.ClaimExtractor.Tests.Extraction;

/// <summary>Which words are a quantity, and how they are read. What it is about: <see cref="QuantityContextTests"/>.</summary>
public sealed class QuantityFinderTests
{
    [Theory]
    [InlineData("It climbs 48.07% faster.", "48.07% faster", 48.07, "%", QuantityKind.Percent)]
    [InlineData("It gains 25\\% in height.", "25\\%", 25, "%", QuantityKind.Percent)]
    [InlineData("It gains 3 percentage points.", "3 percentage points", 3, "%", QuantityKind.Percent)]
    [InlineData("It gains 3.5% points over ribbons.", "3.5% points", 3.5, "%", QuantityKind.Percent)]
    [InlineData("A ~4% gain was seen.", "~4%", 4, "%", QuantityKind.Percent)]
    [InlineData("It reaches more than 70% accuracy.", "more than 70%", 70, "%", QuantityKind.Percent)]
    [InlineData("It is 10x faster.", "10x faster", 10, "x", QuantityKind.Factor)]
    [InlineData("It shows a 1.93X speedup.", "1.93X", 1.93, "x", QuantityKind.Factor)]
    [InlineData("It gives up to 3.67times speedup.", "up to 3.67times", 3.67, "x", QuantityKind.Factor)]
    [InlineData("It needs up to 5 times fewer strings.", "up to 5 times fewer", 5, "x", QuantityKind.Factor)]
    [InlineData("It is over five times faster.", "over five times faster", 5, "x", QuantityKind.Factor)]
    [InlineData("A 10-fold reduction was seen.", "10-fold", 10, "x", QuantityKind.Factor)]
    [InlineData("It needs half the wind.", "half", 0.5, "x", QuantityKind.Factor)]
    [InlineData("It is twice as high.", "twice", 2, "x", QuantityKind.Factor)]
    [InlineData("It is an order of magnitude faster.", "an order of magnitude faster", 10, "x", QuantityKind.Factor)]
    [InlineData("It is two orders of magnitude faster.", "two orders of magnitude faster", 100, "x", QuantityKind.Factor)]
    [InlineData("It has over a 2.5x acceleration.", "over a 2.5x", 2.5, "x", QuantityKind.Factor)]
    [InlineData("It works at an acceleration factor of 20.", "20", 20, "x", QuantityKind.Factor)]
    [InlineData("It scores a BLEU of 41.", "41", 41, null, QuantityKind.Score)]
    [InlineData("It scores 74.68 in wind.", "74.68", 74.68, null, QuantityKind.Score)]
    [InlineData("It flies for at least 20 days.", "at least 20 days", 20, "days", QuantityKind.Score)]
    [InlineData("It weighs 5 mg/L in water.", "5 mg/L", 5, "mg/L", QuantityKind.Score)]
    [InlineData("The difference was significant (p < .05).", "< .05", 0.05, null, QuantityKind.Score)]
    [InlineData("It was tested on 119 tasks in rain.", "119 tasks", 119, null, QuantityKind.Count)]
    [InlineData("It was tested on 40 hard flying tasks.", "40", 40, null, QuantityKind.Count)]
    [InlineData("It was tested on three open datasets.", "three", 3, null, QuantityKind.Count)]
    [InlineData("It costs less than $12 USD in all.", "less than $12 USD", 12, "USD", QuantityKind.Score)]
    [InlineData("It gains up to $7\\%$ in height.", "up to $7\\%", 7, "%", QuantityKind.Percent)]
    [InlineData("We collect 800K samples.", "800K samples", 800_000, null, QuantityKind.Count)]
    [InlineData("We collect 1,200 images.", "1,200 images", 1200, null, QuantityKind.Count)]
    public void Find_ReportedNumber_GivesSpanValueAndUnit(string text, string span, double value, string? unit, QuantityKind kind)
    {
        var quantity = Assert.Single(Some.Quantities(text));

        Assert.Equal((span, unit, kind), (quantity.Text, quantity.Unit, quantity.Kind));
        Assert.Equal([value], quantity.Values);
    }

    [Theory]
    [InlineData("It has an SSIM of 0.990±0.006.", "0.990±0.006", 0.99, 0.006, 0.984, 0.996)]
    [InlineData("It has an SSIM of 0.990pm0.006.", "0.990pm0.006", 0.99, 0.006, 0.984, 0.996)]
    [InlineData("It has an SSIM of 0.5 +/- 0.1.", "0.5 +/- 0.1", 0.5, 0.1, 0.4, 0.6)]
    [InlineData("It has a recall of 0.98+-0.04.", "0.98+-0.04", 0.98, 0.04, 0.94, 1.02)]
    public void Find_ValueWithError_IsOneToleranceWithBounds(string text, string span, double value, double error, double low, double high)
        => CheckPair(text, span, QuantityKind.Tolerance, [value, error], low, high);

    [Theory]
    [InlineData("It rises from 80.1 to 83.4 in wind.", "from 80.1 to 83.4", 80.1, 83.4)]
    [InlineData("It falls from 9% to 4% in rain.", "from 9% to 4%", 9, 4)]
    [InlineData("It lasts between 3 and 5 days.", "between 3 and 5 days", 3, 5)]
    [InlineData("It gains 2-3% in height.", "2-3%", 2, 3)]
    [InlineData("It cools to −7 to −2 °C at night.", "−7 to −2 °C", -7, -2)]
    public void Find_Range_IsOneQuantityWithBounds(string text, string span, double first, double second)
        => CheckPair(text, span, QuantityKind.Range, [first, second], Math.Min(first, second), Math.Max(first, second));

    [Fact]
    public void Find_ListOfNumbers_GivesOneQuantityEach()
        => Assert.Equal(["4.6%", "4.13%", "2.39%"], Some.Quantities("It yields improvements of 4.6%, 4.13%, and 2.39% in wind.").Select(q => q.Text));

    [Theory]
    [InlineData("Kites were invented in 1998 and improved in 2021.")]
    [InlineData("We compare ResNet-34, GPT-4 and LLaMA3-8B.")]
    [InlineData("We compare Llama 3 and Python 3.11.")]
    [InlineData("The model has 7B parameters and 32 layers.")]
    [InlineData("We train on 60M and 1.1B parameter models.")]
    [InlineData("It uses 16-bit strings and a 3D tail.")]
    [InlineData("It has (1) a tail and (2) a string.")]
    [InlineData("See arXiv:2004.11967 and Section 3 of Table 2.")]
    [InlineData("As in Fig. 4 and Figs. 3A.")]
    [InlineData("It was known before [12].")]
    [InlineData("The 95% confidence interval is wide.")]
    [InlineData("We use 10-fold cross validation.")]
    [InlineData("The images are 2x2 and 4x4.")]
    [InlineData("There are two aspects and three ways.")]
    [InlineData("The 2nd and 3rd kites fell.")]
    [InlineData("It is at https://kites.example/2024/50%25.")]
    [InlineData("The id is 12345678901234567890.")]
    [InlineData("A game of 20 Questions.")]
    [InlineData("We answer this by addressing two questions: how and why.")]
    public void Find_NameYearSettingOrListNumber_IsNone(string text) => Assert.Empty(Some.Quantities(text));

    private static void CheckPair(string text, string span, QuantityKind kind, double[] values, double low, double high)
    {
        var quantity = Assert.Single(Some.Quantities(text));

        Assert.Equal((span, kind), (quantity.Text, quantity.Kind));
        Assert.Equal(values, quantity.Values);
        Assert.Equal(((double?)low, (double?)high), (quantity.Low, quantity.High));
    }
}
