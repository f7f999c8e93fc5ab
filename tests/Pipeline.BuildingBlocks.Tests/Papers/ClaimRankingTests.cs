using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class ClaimRankingTests
{
    [Theory]
    [InlineData(null, "It has 9.|It has 7, first.|It has 7, second.|It has none.")]
    [InlineData(2, "It has 9.|It has 7, first.")]
    [InlineData(9, "It has 9.|It has 7, first.|It has 7, second.|It has none.")]
    public async Task ByValue_HighestFirst_EqualsAsTheyCame(int? limit, string expected)
    {
        Claim[] claims =
        [
            SomeClaim.Of("It has none."),
            SomeClaim.Of("It has 7, first.", number: "7", values: [7]),
            SomeClaim.Of("It has 9.", number: "9", values: [2, 9]),
            SomeClaim.Of("It has 7, second.", number: "7", values: [7]),
        ];
        var filter = new ClaimFilter(new());
        var hits = filter.Hits(SomeClaim.Paper(claims)).ToAsyncEnumerable();

        var ranked = await ClaimRanking.ByValueAsync(hits, filter, limit, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected.Split('|'), ranked.Select(hit => hit.Claim.Text));
    }

    [Fact]
    public async Task ByValue_CountsOnlyValuesAskedFor()
    {
        var filter = new ClaimFilter(new() { MaxValue = 5 });
        var hits = filter.Hits(SomeClaim.Paper(
            SomeClaim.Of("From 3 to 99.", number: "3 to 99", values: [3, 99]), SomeClaim.Of("It has 4.", number: "4", values: [4]))).ToAsyncEnumerable();

        var best = await ClaimRanking.ByValueAsync(hits, filter, 1, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal("It has 4.", best.Claim.Text);
    }
}
