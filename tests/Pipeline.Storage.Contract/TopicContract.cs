using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers are found by the topics they have, and counted by topic and time.</summary>
public abstract class TopicContract : StoreContract
{
    [Theory]
    [InlineData("cs.LG", null, "1,2")]
    [InlineData("cs.LG|cs.RO", null, "1,2,3")]
    [InlineData("cs.LG cs.CL", null, "1")]
    [InlineData("cs.LG|cs.RO cs.CL", null, "1,3")]
    [InlineData("cs.LG", 0.9, "1")]
    [InlineData("cs.LG", 0.8, "1,2")]
    [InlineData("cs.LG", 0.91, "")]
    [InlineData("cs.LG cs.CL", 0.9, "")]
    [InlineData("math.NA", null, "")]
    public async Task Query_ByTopics_FindsPapersThatHaveOneOfEach(string topics, double? minScore, string expected)
    {
        await GivenFourAsync();
        IReadOnlyList<IReadOnlyList<string>> groups = [.. topics.Split(' ').Select(group => group.Split('|'))];

        Assert.Equal(Ids(expected), await QueryAsync(new() { Topics = groups, MinScore = minScore }));
    }

    [Fact]
    public async Task Query_WithoutTopic_FindsPapersThatWereReadAndGotNone()
    {
        var papers = await GivenFourAsync();
        await GivenOneAsync(Some.Paper(5));

        Assert.Equal(Ids("4"), await QueryAsync(new() { WithoutTopic = true }));

        await SaveAsync(Some.Topics(papers[3], Some.Version("terms", "2"), topics: ["cs.LG"]));

        Assert.Empty(await QueryAsync(new() { WithoutTopic = true }));
    }

    [Theory]
    [InlineData(TopicPeriod.Day, "a 2025-12-31 1, a 2026-01-01 1, a 2026-01-04 1, a 2026-01-05 1, b 2026-01-05 1")]
    [InlineData(TopicPeriod.Week, "a 2025-12-29 3, a 2026-01-05 1, b 2026-01-05 1")]
    [InlineData(TopicPeriod.Month, "a 2025-12-01 1, a 2026-01-01 3, b 2026-01-01 1")]
    public async Task CountTopics_ByPeriod_CountsEachPaperOnItsDay(TopicPeriod period, string expected)
    {
        await GivenDaysAsync();

        Assert.Equal(expected, await CountAsync(new() { By = period }));
    }

    [Theory]
    [InlineData("2026-01-01", null, "a 2026-01-01 3, b 2026-01-01 1")]
    [InlineData("2026-01-02", "2026-01-04", "a 2026-01-01 1")]
    [InlineData(null, "2025-12-31", "a 2025-12-01 1")]
    [InlineData("2026-01-06", null, "")]
    public async Task CountTopics_BetweenDays_CountsBothEnds(string? since, string? until, string expected)
    {
        await GivenDaysAsync();

        Assert.Equal(expected, await CountAsync(new() { Since = Day(since), Until = Day(until) }));
    }

    [Theory]
    [InlineData("1969-12-28T23:59:59Z", TopicPeriod.Week, "1969-12-22")]
    [InlineData("1969-12-29T00:00:00Z", TopicPeriod.Week, "1969-12-29")]
    [InlineData("1969-12-31T23:59:59.999Z", TopicPeriod.Day, "1969-12-31")]
    [InlineData("1970-01-01T00:00:00Z", TopicPeriod.Day, "1970-01-01")]
    [InlineData("2026-02-28T23:30:00-05:00", TopicPeriod.Month, "2026-03-01")]
    [InlineData("2024-02-29T12:00:00Z", TopicPeriod.Month, "2024-02-01")]
    public async Task CountTopics_AtTheEdgeOfAPeriod_GoesByUtc(string published, TopicPeriod period, string expected)
    {
        var paper = await GivenOneAsync(Some.Paper() with { PublishedAt = At(published) });
        await SaveAsync(Some.Topics(paper, topics: ["a"]));

        Assert.Equal($"a {expected} 1", await CountAsync(new() { By = period }));
    }

    [Fact]
    public async Task CountTopics_WithoutADayOfPublication_GoesByListingThenByWhenItWasObtained()
    {
        var papers = await GivenAsync(
            Some.Observation(),
            Some.Paper(1) with { PublishedAt = null, ListedAt = At("2026-02-03T00:00:00Z") },
            Some.Paper(2) with { PublishedAt = null });
        foreach (var paper in papers)
        {
            await SaveAsync(Some.Topics(paper, topics: ["a"]));
        }

        Assert.Equal("a 2026-02-03 1, a 2026-03-02 1", await CountAsync(new() { By = TopicPeriod.Day }));
        Assert.Equal("a 2026-02-03 1", await CountAsync(new() { By = TopicPeriod.Day, Until = new(2026, 2, 3) }));
        Assert.Equal("a 2026-03-02 1", await CountAsync(new() { By = TopicPeriod.Day, Since = new(2026, 2, 4) }));
    }

    [Fact]
    public async Task CountTopics_AfterABetterListingMovedTheDay_CountsItThere()
    {
        var paper = await GivenOneAsync(Some.Paper() with { PublishedAt = null });
        await SaveAsync(Some.Topics(paper, topics: ["a"]));

        await GivenOneAsync(Some.Paper() with { PublishedAt = At("2025-05-05T00:00:00Z") }, Some.Observation("b", 1));

        Assert.Equal("a 2025-05-05 1", await CountAsync(new() { By = TopicPeriod.Day }));
    }

    [Fact]
    public async Task CountTopics_OfASource_CountsPapersSeenThere()
    {
        var papers = await GivenAsync(Some.Observation("one"), Some.Papers(2));
        await GivenAsync(Some.Observation("two", 1), Some.Paper(2));
        foreach (var paper in papers)
        {
            await SaveAsync(Some.Topics(paper, topics: ["a"]));
        }

        Assert.Equal("a 2026-03-01 2", await CountAsync(new() { SourceId = "source-of-one" }));
        Assert.Equal("a 2026-03-01 1", await CountAsync(new() { SourceId = "source-of-two" }));
        Assert.Equal("", await CountAsync(new() { SourceId = "source-of-three" }));
    }

    [Fact]
    public async Task CountTopics_OfAnEmptyStore_IsNothing() => Assert.Equal("", await CountAsync(new()));

    private async Task<IReadOnlyList<UpsertOutcome>> GivenFourAsync()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(4));
        await SaveAsync(Some.Topics(papers[0], topics: ["cs.LG", "cs.CL"]));
        await SaveAsync(Some.Topics(papers[1], topics: ["cs.AI", "cs.LG"]));
        await SaveAsync(Some.Topics(papers[2], topics: ["cs.RO", "cs.CL"]));
        await SaveAsync(Some.Topics(papers[3], topics: []));
        return papers;
    }

    private async Task GivenDaysAsync()
    {
        string[] days = ["2025-12-31T23:00:00Z", "2026-01-01T00:00:00Z", "2026-01-04T10:00:00Z", "2026-01-05T00:00:00Z"];
        var papers = await GivenAsync(Some.Observation(), [.. days.Select((day, i) => Some.Paper(i + 1) with { PublishedAt = At(day) })]);
        for (var i = 0; i < papers.Count; i++)
        {
            await SaveAsync(Some.Topics(papers[i], topics: i == 3 ? ["b", "a"] : ["a"]));
        }
    }

    private async Task<string> CountAsync(TopicCountQuery query)
        => string.Join(", ", (await Papers.CountTopicsAsync(query, Token)).Select(count => $"{count.Topic} {count.From:yyyy-MM-dd} {count.Papers}"));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    private static IEnumerable<string> Ids(string numbers)
        => numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => Some.Paper(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).Id);
}
