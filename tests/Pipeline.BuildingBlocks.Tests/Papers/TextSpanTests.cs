using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class TextSpanTests
{
    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(0, 5, "words")]
    [InlineData(2, 4, "rd")]
    [InlineData(5, 5, "")]
    public void Of_InsideTheText_IsTheSlice(int start, int end, string expected)
    {
        Assert.Equal(expected, new TextSpan(start, end).Of("words"));
        Assert.Equal(expected.Length, new TextSpan(start, end).Length);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 6)]
    [InlineData(6, 6)]
    public void Of_OutsideTheText_IsAnError(int start, int end)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end).Of("words"));

    [Fact]
    public void Json_IsAnArrayOfStartAndEnd()
    {
        Assert.Equal("[3,7]", JsonSerializer.Serialize(new TextSpan(3, 7), PaperJson.Options));
        Assert.Equal(new(3, 7), JsonSerializer.Deserialize<TextSpan>("[3, 7]", PaperJson.Options));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[3]")]
    [InlineData("[3,7,9]")]
    [InlineData("[3,\"7\"]")]
    [InlineData("[3,null]")]
    [InlineData("""{"start":3,"end":7}""")]
    [InlineData("3")]
    public void Json_OfAnotherForm_IsRefused(string json)
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TextSpan>(json, PaperJson.Options));
}
