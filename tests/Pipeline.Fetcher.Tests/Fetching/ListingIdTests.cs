using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class ListingIdTests
{
    [Fact]
    public void From_TheSameSourceAndBytes_NeverChanges()
        => Assert.Equal("b165252cd651552fb27e3d988cf47758", ListingId.From("inbox/a.xml", new string('0', 64)));

    [Theory]
    [InlineData("inbox/b.xml", "0")]
    [InlineData("inbox/a.xml", "1")]
    public void From_AnotherSourceOrOtherBytes_IsAnother(string source, string digit)
        => Assert.NotEqual(
            ListingId.From("inbox/a.xml", new string('0', 64)), ListingId.From(source, string.Concat(Enumerable.Repeat(digit, 64))));
}
