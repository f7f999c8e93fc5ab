using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class ListingTimeTests
{
    [Theory]
    [InlineData("2024-09-19T08:12:45.1239Z", "2024-09-19T08:12:45.1230000+00:00")]
    [InlineData("2024-09-19T08:12:45+02:00", "2024-09-19T06:12:45.0000000+00:00")]
    [InlineData("2024-09-19T08:12:45", "2024-09-19T08:12:45.0000000+00:00")]
    [InlineData("2024-09-19 08:12:45", "2024-09-19T08:12:45.0000000+00:00")]
    [InlineData("2024-09-19", "2024-09-19T00:00:00.0000000+00:00")]
    [InlineData("Thu, 19 Sep 2024 08:12:45 GMT", "2024-09-19T08:12:45.0000000+00:00")]
    [InlineData("08:12", null)]
    [InlineData("19/09/2024", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_AnyText_IsAPointInUtcOrNothing(string? text, string? time)
        => Assert.Equal(time, ListingTime.Read(text)?.ToString("O"));
}
