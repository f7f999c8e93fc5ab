using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Sqlite.Tests.Support;

namespace Pipeline.Storage.Sqlite.Tests.Papers;

public sealed class QueryTests
{
    [Fact]
    public async Task Query_InRankOrderWithoutAListing_IsRefused()
    {
        await using var folder = new DataFolder();
        var papers = (await folder.PrepareAsync()).GetRequiredService<IPaperStore>();
        var token = TestContext.Current.CancellationToken;

        var thrown = await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var paper in papers.QueryAsync(new() { Order = PaperOrder.Rank }, token))
            {
                Assert.Fail(paper.Id);
            }
        });

        Assert.Contains("ListingId", thrown.Message, StringComparison.Ordinal);
    }
}
