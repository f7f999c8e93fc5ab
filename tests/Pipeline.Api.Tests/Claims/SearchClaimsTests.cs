using Pipeline.Api.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Claims;

public sealed class SearchClaimsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Claims_PageByPage_ComeOnceEachInOneOrder(int limit)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a", minutes: 0), [Some.Paper(3), Some.Paper(1)], "cs.LG");
        await api.GivenAsync(Some.Observation("b", minutes: 1), [Some.Paper(2)], "cs.LG");

        var claims = await api.WalkAsync($"/claims?limit={limit}");

        Assert.Equal(new[] { 2, 2, 1, 1, 3, 3 }.Select(n => Some.Paper(n).Id), claims.Select(hit => hit.Text("paperId")));
        Assert.Equal(6, claims.Select(hit => hit.GetProperty("claim").Text("id")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(claims, hit => Assert.False(hit.TryGetProperty("place", out _)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Claims_ByValuePageByPage_ComeOnceEachTheHighestFirst(int limit)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a", minutes: 0), [Some.Paper(3), Some.Paper(1)], "cs.LG");
        await api.GivenAsync(Some.Observation("b", minutes: 1), [Some.Paper(2)], "cs.LG");

        var claims = await api.WalkAsync($"/claims?order=value&limit={limit}");

        Assert.Equal(new[] { 2, 1, 3, 2, 1, 3 }.Select(n => Some.Paper(n).Id), claims.Select(hit => hit.Text("paperId")));
        Assert.Equal([1, 1, 1, 0, 0, 0], claims.Select(hit => hit.GetProperty("claim").GetProperty("quantities").GetArrayLength()));
    }

    [Fact]
    public async Task Cursor_OfOneOrder_IsNoneOfTheOther()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(3);
        var next = (await api.ReadAsync("/claims?order=value&limit=1")).Text("next");

        using var response = await api.GetAsync($"/claims?limit=1&cursor={next}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", "cursor");
    }

    [Theory]
    [InlineData("words=reaches", 1)]
    [InlineData("words=reaches%20propose", 0)]
    [InlineData("type=result", 2)]
    [InlineData("type=comparison", 0)]
    [InlineData("minValue=91&maxValue=92&unit=%25", 1)]
    [InlineData("minValue=92", 0)]
    [InlineData("minConfidence=0.75", 2)]
    [InlineData("minConfidence=0.76", 0)]
    [InlineData("main=true", 0)]
    [InlineData("since=2026-03-01&until=2026-03-01", 2)]
    [InlineData("since=2026-03-02", 0)]
    [InlineData("order=value&limit=1", 1)]
    [InlineData("metric=%24gt", 0)]
    public async Task Claims_AreNarrowedByWhatIsAsked(string query, int count)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);

        Assert.Equal(count, (await api.ReadAsync($"/claims?{query}")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("type=nothing", "type")]
    [InlineData("type=Result", "type")]
    [InlineData("direction=none", "direction")]
    [InlineData("metric=%3F%21", "metric")]
    [InlineData("minValue=2&maxValue=1", "minValue")]
    [InlineData("minValue=1e999", "minValue")]
    [InlineData("minConfidence=-0.1", "minConfidence")]
    [InlineData("since=2026-03-02&until=2026-03-01", "since")]
    [InlineData("since=2026-02-30", "since")]
    [InlineData("until=9999-12-31", "until")]
    [InlineData("main=1", "main")]
    [InlineData("order=worst", "order")]
    public async Task Claims_WithAWrongParameter_AreRefusedByName(string query, string parameter)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync($"/claims?{query}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", parameter);
    }

    [Fact]
    public async Task Cursor_OfPapers_IsNoneOfClaims()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(3);
        var next = (await api.ReadAsync("/papers?limit=1")).Text("next");

        using var response = await api.GetAsync($"/claims?limit=1&cursor={next}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", "cursor");
    }
}
