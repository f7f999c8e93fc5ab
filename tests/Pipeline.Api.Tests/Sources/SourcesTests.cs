using System.Net;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Sources;

public sealed class SourcesTests
{
    private const string OperatorKey = "operator-key-0123456789abcdef";

    private static readonly (string, string)[] Settings =
    [
        ("Sources:daily:Kind", "hf-daily"), ("Sources:inbox:Kind", "directory"), ("Sources:inbox:Directory", "/nowhere"),
        ("Api:Keys:0:Name", "ann"), ("Api:Keys:0:Key", OperatorKey), ("Api:Keys:0:Scope", "Operate"),
    ];

    private static readonly (string, string) Key = ("Authorization", $"Bearer {OperatorKey}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sources_AreListedWithHowTheyStand()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        var sources = (await api.ReadAsync("/sources")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["daily", "inbox"], sources.Ids());
        Assert.Equal(["new", "new"], sources.Select(source => source.Text("state")));
    }

    [Fact]
    public async Task Coverage_TellsEachDay()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        var days = (await api.ReadAsync("/sources/daily/coverage?from=2026-01-05&to=2026-01-07")).GetProperty("items").EnumerateArray().ToList();
        var usual = (await api.ReadAsync("/sources/daily/coverage")).GetProperty("items");

        Assert.Equal(["2026-01-05", "2026-01-06", "2026-01-07"], days.Select(day => day.Text("day")));
        Assert.All(days, day => Assert.Equal(("uncovered", "not-asked"), (day.Text("state"), day.Text("gap"))));
        Assert.Equal(30, usual.GetArrayLength());
    }

    [Theory]
    [InlineData("/sources/daily/coverage?from=2026-01-07&to=2026-01-05", 400, "bad-parameter", "from")]
    [InlineData("/sources/daily/coverage?to=9998-01-01", 400, "bad-parameter", "to")]
    [InlineData("/sources/daily/coverage?from=0001-01-01&to=2026-01-01", 400, "bad-parameter", "from")]
    [InlineData("/sources/nobody/coverage", 404, "not-found", null)]
    [InlineData("/sources/%2e%2e%2fdaily/coverage", 404, "not-found", null)]
    [InlineData("/sources/inbox/coverage", 409, "conflict", null)]
    [InlineData("/sources/nobody/runs", 404, "not-found", null)]
    [InlineData("/sources/daily/runs?limit=0", 400, "bad-parameter", "limit")]
    public async Task Question_ThatHasNoAnswer_IsRefused(string path, int status, string type, string? parameter)
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await api.GetAsync(path);

        await JsonText.ProblemAsync(response, status, type, parameter);
    }

    [Fact]
    public async Task Coverage_OfTheFirstDays_IsAnsweredOrRefusedInOrder()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        Assert.Single((await api.ReadAsync("/sources/daily/coverage?to=0001-01-01")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Fetch_AskedForTwice_IsOne()
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var first = await api.SendAsync(HttpMethod.Post, "/sources/daily/fetch?from=2026-01-05", null, Key);
        using var again = await api.SendAsync(HttpMethod.Post, "/sources/daily/fetch?from=2026-01-05&to=2026-01-05", null, Key);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, again.StatusCode));
        var run = JsonText.Parse(await first.Content.ReadAsStringAsync(Token));
        Assert.Equal(run.Text("id"), JsonText.Parse(await again.Content.ReadAsStringAsync(Token)).Text("id"));
        Assert.Equal(run.Text("id"), Assert.Single((await api.ReadAsync("/sources/daily/runs")).GetProperty("items").EnumerateArray()).Text("id"));
    }

    [Theory]
    [InlineData("/sources/nobody/fetch", 404, "not-found", null)]
    [InlineData("/sources/inbox/fetch?from=2026-01-05", 400, "bad-parameter", "from")]
    [InlineData("/sources/daily/fetch?from=2026-01-05&to=2026-01-04", 400, "bad-parameter", "from")]
    [InlineData("/sources/daily/fetch?to=9998-01-01", 400, "bad-parameter", "to")]
    public async Task Fetch_ThatCannotBe_IsRefused(string path, int status, string type, string? parameter)
    {
        await using var api = await ApiProcess.StartAsync(Settings);

        using var response = await api.SendAsync(HttpMethod.Post, path, null, Key);

        await JsonText.ProblemAsync(response, status, type, parameter);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Fetches_PageByPage_ComeOnceEach_AndOfTheirSource(int limit)
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        foreach (var number in Enumerable.Range(1, 6))
        {
            await api.Port<IFetchRunStore>().TryCreateAsync(SomeSource.Run(number, number == 3 ? "inbox" : "daily", created: number / 2), Token);
        }

        var walked = await api.WalkAsync($"/sources/daily/runs?limit={limit}");

        Assert.Equal(5, walked.Count);
        Assert.Equal((await api.ReadAsync("/sources/daily/runs")).GetProperty("items").EnumerateArray().Ids(), walked.Ids());
    }

    [Fact]
    public async Task Fetches_WithACursorOfAnotherSource_AreRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        await api.Port<IFetchRunStore>().TryCreateAsync(SomeSource.Run(1), Token);
        await api.Port<IFetchRunStore>().TryCreateAsync(SomeSource.Run(2), Token);
        var next = (await api.ReadAsync("/sources/daily/runs?limit=1")).Text("next");

        using var foreign = await api.GetAsync($"/sources/inbox/runs?cursor={next}");
        using var forged = await api.GetAsync("/sources/daily/runs?cursor=AAAA");

        await JsonText.ProblemAsync(foreign, 400, "bad-parameter", "cursor");
        await JsonText.ProblemAsync(forged, 400, "bad-parameter", "cursor");
    }

    [Fact]
    public async Task Fetch_OfAPausedSource_IsRefused()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        await api.Port<ISourceStore>().SetPausedAsync("daily", TimeProvider.System.GetUtcNow(), Token);

        using var response = await api.SendAsync(HttpMethod.Post, "/sources/daily/fetch", null, Key);

        await JsonText.ProblemAsync(response, 409, "conflict");
    }
}
