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

        var ranked = await ClaimRanking.ByValueAsync(hits, filter, after: null, limit, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected.Split('|'), ranked.Select(hit => hit.Claim.Text));
    }

    [Theory]
    [InlineData(8.0, "2026-03-01T00:00:00Z", "b", 0, "b0 b1 a0 c0 none")]
    [InlineData(7.0, "2026-03-02T00:00:00Z", "a", 0, "b0 b1 a0 c0 none")]
    [InlineData(7.0, "2026-03-01T00:00:00Z", "b", 0, "b1 a0 c0 none")]
    [InlineData(7.0, "2026-03-01T00:00:00Z", "b\uFFFF", 9, "a0 c0 none")]
    [InlineData(7.0, "2026-03-01T00:00:00Z", "\uFF21", 9, "c0 none")]
    [InlineData(7.0, "2026-03-01T00:00:00Z", "\U0001F4C4", 0, "none")]
    [InlineData(6.0, "2026-03-01T00:00:00Z", "a", 0, "none")]
    [InlineData(null, "2026-03-01T00:00:00Z", "z", 0, "")]
    public async Task ByValue_AfterAPlace_GoesOnFromThere(double? value, string at, string paper, int index, string expected)
    {
        var day = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        ClaimHit[] hits =
        [
            Hit("b0", 7, "b", 0), Hit("b1", 7, "b", 1), Hit("a0", 7, "\uFF21", 0), Hit("c0", 7, "\U0001F4C4", 0), Hit("none", null, "y", 0),
        ];
        var after = new ClaimPlace(new(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), paper), index) { Value = value };

        var ranked = await ClaimRanking.ByValueAsync(hits.ToAsyncEnumerable(), new(new()), after, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(' ', ranked.Select(hit => hit.Title)));

        ClaimHit Hit(string name, double? number, string key, int place)
        {
            var claim = number is { } known ? SomeClaim.Of("It has 7.", number: "7", values: [known]) : SomeClaim.Of("It has none.");
            return new ClaimFilter(new()).Hits(SomeClaim.Paper(claim)).Single() with { Title = name, Place = new(new(day, key), place) };
        }
    }

    [Fact]
    public async Task ByValue_CountsOnlyValuesAskedFor()
    {
        var filter = new ClaimFilter(new() { MaxValue = 5 });
        var hits = filter.Hits(SomeClaim.Paper(
            SomeClaim.Of("From 3 to 99.", number: "3 to 99", values: [3, 99]), SomeClaim.Of("It has 4.", number: "4", values: [4]))).ToAsyncEnumerable();

        var best = await ClaimRanking.ByValueAsync(hits, filter, after: null, 1, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal("It has 4.", best.Claim.Text);
    }
}
