using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Fetching;

namespace Pipeline.Fetcher.Tests.Fetching;

public sealed class ListingIdsTests
{
    [Fact]
    public void Add_KeepsTheOrder_AndEachOnce()
    {
        var (a, b) = (ListingId.From("s", "a"), ListingId.From("s", "b"));

        Assert.Equal([b, a], ListingIds.Unpack(ListingIds.Add(ListingIds.Add(ListingIds.Add("", b), a), b)));
    }

    [Fact]
    public void Unpack_OfNothing_IsEmpty() => Assert.Empty(ListingIds.Unpack(""));

    [Fact]
    public void MostKeys_FitIntoACursor()
    {
        var one = ListingIds.Add("", ListingId.From("s", "a"));

        Assert.InRange(one.Length * ListingIds.Most, 1, FetchRun.MaxCursorLength - 4_000);
    }
}
