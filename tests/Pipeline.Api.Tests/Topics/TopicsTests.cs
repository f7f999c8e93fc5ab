using Pipeline.Api.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Topics;

public sealed class TopicsTests
{
    [Fact]
    public async Task Topics_AreTheTaxonomy_ParentsFirst()
    {
        await using var api = await ApiProcess.StartAsync();

        var topics = (await api.ReadAsync("/topics")).GetProperty("items").EnumerateArray().ToList();

        var ids = topics.Ids();
        Assert.Contains("cs.LG", ids);
        Assert.All(topics.Where(topic => topic.Text("parent") is not null), topic => Assert.True(ids.IndexOf(topic.Text("parent")) < ids.IndexOf(topic.Text("id"))));
    }

    [Theory]
    [InlineData("", "cs.LG 3", "cs.CL 1")]
    [InlineData("limit=1", "cs.LG 3")]
    [InlineData("group=cs.CL", "cs.CL 1")]
    [InlineData("source=source-of-b", "cs.CL 1", "cs.LG 1")]
    [InlineData("since=2026-03-02")]
    public async Task Trends_CountPapersByTopic(string query, params string[] expected)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a"), [Some.Paper(1), Some.Paper(2)], "cs.LG");
        await api.GivenAsync(Some.Observation("b"), [Some.Paper(3)], "cs.LG", "cs.CL");

        var trends = (await api.ReadAsync($"/topics/trends?by=week&{query}")).GetProperty("items").EnumerateArray();

        Assert.Equal(expected, trends.Select(trend => $"{trend.Text("topic")} {trend.GetProperty("papers")}"));
    }

    [Theory]
    [InlineData("by=year", "by")]
    [InlineData("group=nothing-like-it", "group")]
    [InlineData("since=2026-03-02&until=2026-03-01", "since")]
    public async Task Trends_WithAWrongParameter_AreRefusedByName(string query, string parameter)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync($"/topics/trends?{query}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", parameter);
    }
}

internal static class ListPlaces
{
    public static int IndexOf(this IReadOnlyList<string> list, string? value) => list.Index().First(at => at.Item == value).Index;
}
