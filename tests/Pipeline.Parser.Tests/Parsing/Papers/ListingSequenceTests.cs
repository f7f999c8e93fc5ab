using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Papers;

public sealed class ListingSequenceTests
{
    [Theory]
    [InlineData(ListingSequence.Remembered - 1, 0)]
    [InlineData(ListingSequence.Remembered, 1)]
    public async Task Rank_PaperRepeatedAfterManyOthers_IsForgottenOnlyBeyondTheBound(int others, int repeats)
    {
        var numbers = Enumerable.Range(0, others + 1).Append(0);

        var ranked = await ListingSequence.RankAsync(SourceAuthority.Index, _ => numbers.Select(Listed).ToAsyncEnumerable(), TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(others + 1 + repeats, ranked);
    }

    [Theory]
    [InlineData(ListingSequence.MostRejectedInARow, false)]
    [InlineData(ListingSequence.MostRejectedInARow + 1, true)]
    public async Task Rank_NothingButRejections_IsGivenUpBeyondTheBound(int rejections, bool givenUp)
    {
        var entries = Enumerable.Range(1, rejections).Select(n => ListingEntry.Reject($"line {n}", "no paper")).Prepend(Listed(0)).Append(Listed(1));

        var last = await ListingSequence.RankAsync(SourceAuthority.Index, _ => entries.ToAsyncEnumerable(), TestContext.Current.CancellationToken)
            .LastAsync(TestContext.Current.CancellationToken);

        Assert.Equal(givenUp, last is ListingEntry.Broken { Where: "line 100001" });
        Assert.NotEqual(givenUp, last is ListingEntry.Listed { Paper.Rank: 2 });
    }

    private static ListingEntry Listed(int number)
        => new ListingEntry.Listed(new ParsedPaper { Id = $"title:{number}", Aliases = [], Title = "T", Abstract = "A" });
}
