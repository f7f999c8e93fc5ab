using Pipeline.Api.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Papers;

public sealed class ListPapersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(200)]
    public async Task Papers_PageByPage_ComeOnceEachInOneOrder(int limit)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a", minutes: 0), [Some.Paper(5), Some.Paper(1), Some.Paper(4)], "cs.LG");
        await api.GivenAsync(Some.Observation("b", minutes: 9), [Some.Paper(3), Some.Paper(2), Some.Paper(7), Some.Paper(6)], "cs.LG");

        var papers = await api.WalkAsync($"/papers?limit={limit}");

        Assert.Equal(new[] { 2, 3, 6, 7, 1, 4, 5 }.Select(n => Some.Paper(n).Id), papers.Ids());
    }

    [Fact]
    public async Task Papers_AreShownAsTheCommandLineShowsThem()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);

        var page = await api.ReadAsync("/papers");

        var paper = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Null(page.GetProperty("next").GetString());
        Assert.Equal(("Paper number 1", "active"), (paper.Text("title"), paper.Text("state")));
        Assert.Equal("2026-03-01T15:20:00.125+00:00", paper.Text("publishedAt"));
        Assert.Equal(2, paper.GetProperty("claims").GetArrayLength());
        Assert.Equal("cs.LG", paper.GetProperty("topics")[0].Text("id"));
        Assert.False(paper.GetProperty("pending").GetBoolean());
    }

    [Theory]
    [InlineData("topic=cs.LG", 1, 2)]
    [InlineData("topic=machine%20learning", 1, 2)]
    [InlineData("topic=cs.LG&minScore=0.9", 1, 2)]
    [InlineData("topic=cs.LG&minScore=0.95")]
    [InlineData("topic=cs.LG&topic=cs.CL")]
    [InlineData("topic=cs", 1, 2, 3)]
    [InlineData("topic=cs.CL&words=apple", 3)]
    [InlineData("words=APPLE", 1, 3)]
    [InlineData("words=apple%20pear")]
    [InlineData("withoutTopic=true", 4)]
    [InlineData("withoutTopic=false", 1, 2, 3, 4)]
    [InlineData("source=source-of-b", 4)]
    [InlineData("source=nobody")]
    [InlineData("words=%24where", 0)]
    [InlineData("words=%3F%21", 1, 2, 3, 4)]
    [InlineData("source=%27%20OR%20%271%27%3D%271")]
    public async Task Papers_AreNarrowedByWhatIsAsked(string query, params int[] numbers)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a", 1), [Some.Paper(1, "An apple"), Some.Paper(2)], "cs.LG");
        await api.GivenAsync(Some.Observation("c", 1), [Some.Paper(3, "Another apple")], "cs.CL");
        await api.GivenAsync(Some.Observation("b", 0), [Some.Paper(4)]);

        var papers = await api.WalkAsync($"/papers?limit=1&{query}");

        Assert.Equal(numbers.Where(n => n > 0).Select(n => Some.Paper(n).Id), papers.Ids());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("topic=no-such-topic", "topic")]
    [InlineData("topic=", "topic")]
    [InlineData("topic=cs.LG&withoutTopic=true", "withoutTopic")]
    [InlineData("withoutTopic=yes", "withoutTopic")]
    [InlineData("minScore=0.5", "minScore")]
    [InlineData("topic=cs.LG&minScore=1.01", "minScore")]
    [InlineData("topic=cs.LG&minScore=NaN", "minScore")]
    [InlineData("words=a%0D%0Ab", "words")]
    [InlineData("words=a%01", "words")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("cursor=not%20base64", "cursor")]
    [InlineData("topics=cs.LG", "topics")]
    [InlineData("LIMIT=1", "LIMIT")]
    [InlineData("%3Cscript%3E=1", "<script>")]
    public async Task Papers_WithAWrongParameter_AreRefusedByName(string query, string parameter)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync($"/papers?{query}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", parameter);
    }

    [Fact]
    public async Task Papers_WithATopicThatIsAlmostOne_NameIt()
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync("/papers?topic=machine%20lerning");

        var problem = await JsonText.ProblemAsync(response, 400, "bad-parameter", "topic");
        Assert.Contains("cs.LG", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_WithTooManyValuesOrTooLongOnes_AreRefused()
    {
        await using var api = await ApiProcess.StartAsync();

        using var many = await api.GetAsync($"/papers?{string.Join('&', Enumerable.Repeat("topic=cs.LG", 21))}");
        using var longOne = await api.GetAsync($"/papers?words={new string('a', 501)}");

        await JsonText.ProblemAsync(many, 400, "bad-parameter", "topic");
        await JsonText.ProblemAsync(longOne, 400, "bad-parameter", "words");
    }
}
