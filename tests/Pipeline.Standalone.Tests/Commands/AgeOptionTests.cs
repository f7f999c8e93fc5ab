using Pipeline.Standalone.Commands;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class AgeOptionTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15min", 900)]
    [InlineData("2h", 7_200)]
    [InlineData("3d", 259_200)]
    [InlineData("0s", 0)]
    public void Read_OfALengthOfTime_GivesIt(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), AgeOption.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("2")]
    [InlineData("-2h")]
    [InlineData("2.5h")]
    [InlineData("100001d")]
    [InlineData("99999999999d")]
    public void Read_OfAnythingElse_GivesNothing(string? text) => Assert.Null(AgeOption.Read(text));
}
