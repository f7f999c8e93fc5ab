using System.Globalization;
using System.Text;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Changes;

public sealed class ListChangesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(200)]
    public async Task Changes_ReadOnFromNext_ComeOnceEach(int limit)
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenAsync(api, 5);
        var seen = new List<int>();
        long next = 0;
        for (var page = 0; page < 7; page++)
        {
            var answer = await api.ReadAsync($"/changes?after={next.ToString(CultureInfo.InvariantCulture)}&limit={limit}");
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("n").GetInt32()));
            next = answer.GetProperty("next").GetInt64();
        }

        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal(5, next);

        await api.Port<IChangeLog>().AppendAsync([New(6)], Token);
        Assert.Equal(6, (await api.ReadAsync("/changes?after=5")).GetProperty("items")[0].GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("topic=cs.LG", 1, 3, 5)]
    [InlineData("topic=cs.CL&topic=cs.LG", 1, 2, 3, 4, 5)]
    [InlineData("topic=cs", 1, 2, 3, 4, 5)]
    [InlineData("source=inbox", 1, 3, 5)]
    [InlineData("source=other&topic=cs.LG")]
    [InlineData("source=%24ne")]
    public async Task Changes_AreNarrowed_AndNextGoesOnBehindAll(string query, params int[] numbers)
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenAsync(api, 5);

        var answer = await api.ReadAsync($"/changes?{query}");

        Assert.Equal(numbers, answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("n").GetInt32()));
        Assert.Equal(5, answer.GetProperty("next").GetInt64());
    }

    [Fact]
    public async Task Changes_AreTheBytesThatWerePublished()
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenAsync(api, 1);

        using var response = await api.GetAsync("/changes");

        Assert.Equal("""{"items":[{"n":1,"text":"é < \u0041"}],"next":1}""", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Changes_ThatAreNoLongerKept_AreMissedKnowingly()
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenAsync(api, 4);
        await api.Port<IChangeLog>().TrimAsync(Some.Time(3), Token);

        using var missed = await api.GetAsync("/changes?after=1");
        var fromTheFirst = await api.ReadAsync("/changes");
        var onFromThere = await api.ReadAsync("/changes?after=2");

        var problem = await JsonText.ProblemAsync(missed, 410, "changes-trimmed");
        Assert.Contains("after=2", problem.Text("detail"), StringComparison.Ordinal);
        Assert.All([fromTheFirst, onFromThere], answer => Assert.Equal(2, answer.GetProperty("items").GetArrayLength()));
    }

    [Theory]
    [InlineData("after=-1", "after")]
    [InlineData("after=1.5", "after")]
    [InlineData("after=9223372036854775808", "after")]
    [InlineData("after=9007199254740993", "after")]
    [InlineData("after=x", "after")]
    [InlineData("topic=nothing-like-it", "topic")]
    [InlineData("limit=1000", "limit")]
    [InlineData("cursor=1", "cursor")]
    public async Task Changes_WithAWrongParameter_AreRefusedByName(string query, string parameter)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync($"/changes?{query}");

        await JsonText.ProblemAsync(response, 400, "bad-parameter", parameter);
    }

    [Theory]
    [InlineData("after=%2B5")]
    [InlineData("after=9007199254740991")]
    public async Task Changes_AfterTheEnd_AreNone(string query)
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenAsync(api, 5);

        Assert.Empty((await api.ReadAsync($"/changes?{query}")).GetProperty("items").EnumerateArray());
    }

    private static async Task GivenAsync(ApiProcess api, int count)
        => await api.Port<IChangeLog>().AppendAsync([.. Enumerable.Range(1, count).Select(New)], Token);

    private static NewChange New(int number) => SomeChange.New(number, minutes: number) with
    {
        Topics = [number % 2 == 1 ? "cs.LG" : "cs.CL"],
        Sources = [number % 2 == 1 ? "inbox" : "other"],
        Write = _ => Encoding.UTF8.GetBytes($$"""{"n":{{number}},"text":"é < \u0041"}"""),
    };
}
