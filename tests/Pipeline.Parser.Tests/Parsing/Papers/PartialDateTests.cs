using System.Globalization;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1955", "1955-01-01")]
    [InlineData("2021/6", "2021-06-01")]
    [InlineData("2021-06", "2021-06-01")]
    [InlineData(" 2008/2/4 ", "2008-02-04")]
    [InlineData("2024-09-16T08:00:00Z", "2024-09-16")]
    [InlineData("1399", null)]
    [InlineData("2201", null)]
    [InlineData("2021/13", null)]
    [InlineData("2021-02-29", null)]
    [InlineData("June 2021", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_OfWhatIsGiven_IsItsFirstDay(string? text, string? day)
        => Assert.Equal(day, PartialDate.Read(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
