using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers are found by words, topic and listing.</summary>
public abstract class QueryContract : StoreContract
{
    [Theory]
    [InlineData("attention", true)]
    [InlineData("ATTENTION", true)]
    [InlineData("attention graphs", true)]
    [InlineData("graphs  attention", true)]
    [InlineData("graph-based", true)]
    [InlineData("graph based learning", true)]
    [InlineData("attention quantum", false)]
    [InlineData("attent", false)]
    [InlineData("tention", false)]
    [InlineData("the", true)]
    [InlineData("is", true)]
    [InlineData("running", true)]
    [InlineData("run", false)]
    [InlineData("42", true)]
    [InlineData("4", false)]
    [InlineData("étude", true)]
    [InlineData("ÉTUDE", true)]
    [InlineData("etude", false)]
    [InlineData("漢字", true)]
    [InlineData("snake", true)]
    [InlineData("snake_case", true)]
    [InlineData("\"attention", true)]
    [InlineData("title:attention*", true)]
    [InlineData("NEAR(attention, 2)", false)]
    [InlineData("attention NOT graphs", false)]
    [InlineData("-attention", true)]
    [InlineData("$where", false)]
    [InlineData("?!", true)]
    public async Task Query_ByText_FindsPapersThatHaveAllItsWords(string text, bool found)
    {
        await GivenOneAsync(Some.Paper(
            1,
            title: "Attention, over graphs: une Étude of 42 things and 漢字",
            @abstract: "The title is (running) with graph-based learning of snake_case."));

        Assert.Equal(found ? [Some.Paper(1).Id] : [], await QueryAsync(new() { Text = text }));
    }

    [Fact]
    public async Task Query_ByTextAfterTheContentChanged_FindsTheNewWordsOnly()
    {
        await GivenOneAsync(Some.Paper(1, title: "Apples"), Some.Observation("a", minutes: 0));
        await GivenOneAsync(Some.Paper(1, title: "Pears", @abstract: "Fruit."), Some.Observation("b", minutes: 1));

        Assert.Empty(await QueryAsync(new() { Text = "apples" }));
        Assert.Single(await QueryAsync(new() { Text = "pears" }));
    }

    [Fact]
    public async Task Query_ByTopic_FindsPapersThatHaveItNow()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        await SaveAsync(Some.Topics(papers[0], topics: ["cs.LG", "cs.CL"]));
        await SaveAsync(Some.Topics(papers[1], topics: ["cs.CL"]));
        await SaveAsync(Some.Topics(papers[2], topics: []));

        Assert.Equal([papers[0].PaperId], await QueryAsync(new() { Topics = [["cs.LG"]] }));
        Assert.Equal([papers[0].PaperId, papers[1].PaperId], await QueryAsync(new() { Topics = [["cs.CL"]] }));
        Assert.Empty(await QueryAsync(new() { Topics = [["cs"]] }));

        await SaveAsync(Some.Topics(papers[0], Some.Version("terms", "2"), topics: ["stat.ML"]));

        Assert.Empty(await QueryAsync(new() { Topics = [["cs.LG"]] }));
        Assert.Equal([papers[0].PaperId], await QueryAsync(new() { Topics = [["stat.ML"]] }));
    }

    [Fact]
    public async Task Query_ByListingInRankOrder_ComesAsTheListingHadIt()
    {
        await GivenAsync(Some.Observation("a"), Some.Paper(3, rank: 1), Some.Paper(1, rank: 2), Some.Paper(2, rank: 10));
        await GivenAsync(Some.Observation("b", minutes: 1), Some.Paper(2, rank: 1), Some.Paper(3, rank: 2));

        Assert.Equal(Ids(3, 1, 2), await QueryAsync(new() { ListingId = "a", Order = PaperOrder.Rank }));
        Assert.Equal(Ids(2, 3), await QueryAsync(new() { ListingId = "b", Order = PaperOrder.Rank }));
        Assert.Equal(Ids(3), await QueryAsync(new() { ListingId = "a", Order = PaperOrder.Rank, Limit = 1 }));
        Assert.Empty(await QueryAsync(new() { ListingId = "c", Order = PaperOrder.Rank }));
    }

    [Fact]
    public async Task Query_InNewestOrder_ComesLastObtainedFirstThenByKey()
    {
        await GivenAsync(Some.Observation("a", minutes: 0), Some.Paper(4), Some.Paper(2));
        await GivenAsync(Some.Observation("b", minutes: 5), Some.Paper(1), Some.Paper(3));

        Assert.Equal(Ids(1, 3, 2, 4), await QueryAsync(new()));
        Assert.Equal(Ids(2, 4), await QueryAsync(new() { ListingId = "a" }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(null, 4)]
    public async Task Query_WithALimit_ReadsNoMore(int? limit, int expected)
    {
        await GivenAsync(Some.Observation(), Some.Papers(4));

        Assert.Equal(expected, (await QueryAsync(new() { Limit = limit })).Count);
    }

    [Fact]
    public async Task Query_ByEverythingAtOnce_AsksForAll()
    {
        var a = await GivenAsync(Some.Observation("a"), [.. Some.Papers(4).Select(p => p with { Title = $"{p.Title} apple" })]);
        await GivenAsync(Some.Observation("b", minutes: 1), Some.Papers(2));
        foreach (var paper in a.Skip(1))
        {
            await SaveAsync(Some.Topics(paper, topics: ["cs.LG"]));
        }

        Assert.Equal(Ids(3, 4), await QueryAsync(new() { Text = "apple", Topics = [["cs.LG"]], ListingId = "a", Order = PaperOrder.Rank }));
    }

    [Fact]
    public async Task Summarise_CountsInAllAndPerListing()
    {
        var a = await GivenAsync(Some.Observation("a"), Some.Paper(1), Some.Paper(2));
        await GivenAsync(Some.Observation("b", minutes: 1), Some.Paper(2), Some.Paper(3));
        await SaveAsync(Some.Claims(a[0]));
        await SaveAsync(Some.Topics(a[0], topics: ["cs.LG"]));
        await SaveAsync(Some.Claims(a[1]));
        await SaveAsync(Some.Topics(a[1], topics: []));

        Assert.Equal(new(Papers: 3, Pending: 1, Claims: 4, WithTopics: 1), await Papers.SummariseAsync(null, Token));
        Assert.Equal(new(Papers: 2, Pending: 0, Claims: 4, WithTopics: 1), await Papers.SummariseAsync("a", Token));
        Assert.Equal(new(Papers: 2, Pending: 1, Claims: 2, WithTopics: 0), await Papers.SummariseAsync("b", Token));
        Assert.Equal(new(0, 0, 0, 0), await Papers.SummariseAsync("unknown", Token));
    }

    private static IEnumerable<string> Ids(params IEnumerable<int> numbers) => numbers.Select(n => Some.Paper(n).Id);
}
