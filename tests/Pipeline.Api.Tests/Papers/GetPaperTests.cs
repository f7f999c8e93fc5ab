using System.Net;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Papers;

public sealed class GetPaperTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("arxiv%3A2603.00001")]
    [InlineData("arxiv:2603.00001")]
    [InlineData("2603.00001v2")]
    [InlineData("https%3A%2F%2Farxiv.org%2Fabs%2F2603.00001")]
    [InlineData("doi%3A10.1000%2Fa%3Fb%23c")]
    [InlineData("https%3A%2F%2Fdoi.org%2F10.1000%2FA%253Fb%2523c")]
    [InlineData("title%3A%C3%BCber")]
    public async Task Paper_ByAnyOfItsKeys_IsFound(string id)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(
            Some.Observation(), [Some.Paper(1, aliases: ["doi:10.1000/a?b#c", "title:über"]), Some.Paper(2)], "cs.LG");

        Assert.Equal("arxiv:2603.00001", (await api.ReadAsync($"/papers/{id}")).Text("id"));
    }

    [Theory]
    [InlineData("arxiv%3A2603.00009")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%27%20OR%201%3D1--")]
    [InlineData("%7B%22%24ne%22%3Anull%7D")]
    [InlineData("a%0D%0ASet-Cookie%3A%20x%3D1")]
    [InlineData("%F0%9F%92%A3")]
    [InlineData("%FF%FE")]
    [InlineData("%2F%2F%2F%2F")]
    [InlineData("%25")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task Paper_ByAKeyThatNoneHas_IsNotThere(string id)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);

        using var response = await api.GetAsync($"/papers/{id}");

        await JsonText.ProblemAsync(response, 404, "not-found");
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Paper_ByAKeyWithoutEnd_IsNotThere()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync($"/papers/doi%3A10.1%2F{new string('a', 5_000)}");

        await JsonText.ProblemAsync(response, 404, "not-found");
    }

    [Fact]
    public async Task Paper_ThatTheClientHas_IsNotSentAgain()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);
        using var first = await api.GetAsync("/papers/2603.00001");
        var tag = first.Headers.ETag!.ToString();

        using var again = await api.GetAsync("/papers/2603.00001", ("If-None-Match", $"\"other\", {tag}"));
        using var any = await api.GetAsync("/papers/2603.00001", ("If-None-Match", "*"));
        using var other = await api.GetAsync("/papers/2603.00001", ("If-None-Match", "W/\"other\""));
        using var broken = await api.GetAsync("/papers/2603.00001", ("If-None-Match", "what is this"));

        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { again, any, other, broken }.Select(response => response.StatusCode));
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Paper_ThatAStageDidAgain_HasAnotherTag()
    {
        await using var api = await ApiProcess.StartAsync();
        var paper = (await api.GivenAsync(1))[0];
        using var before = await api.GetAsync("/papers/2603.00001");

        await api.Port<IPaperStore>().SaveTopicsAsync([Some.Topics(paper, Some.Version("terms", "2"), topics: ["cs.CL"])], Token);
        using var after = await api.GetAsync("/papers/2603.00001", ("If-None-Match", before.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("file:/home/ann/secret.json", "file")]
    [InlineData("address:https://example.org/feed?token=secret", "address")]
    [InlineData("inbox/secret.xml", "inbox")]
    [InlineData("daily", "daily")]
    public async Task Paper_SaysItsSourcesWithoutPathsAndAddresses(string source, string shown)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(new Observation("listing-a", source, Some.Time()), Some.Papers(1), "cs.LG");

        foreach (var paper in new[] { await api.ReadAsync("/papers/2603.00001"), (await api.ReadAsync($"/papers?source={shown}")).GetProperty("items")[0] })
        {
            Assert.Equal(shown, paper.GetProperty("provenance")[0].GetProperty("origin").Text("sourceId"));
            Assert.DoesNotContain("secret", paper.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Paper_WithAParameter_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers/2603.00001?fields=title");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", "fields");
    }
}
