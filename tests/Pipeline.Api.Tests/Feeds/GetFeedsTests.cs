using System.Net;
using System.Xml.Linq;
using Pipeline.Api.Tests.Support;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;

namespace Pipeline.Api.Tests.Feeds;

public sealed class GetFeedsTests
{
    private const string Hostile = "<b>Bold</b> & \"quoted\" <script>alert(1)</script> ]]> &amp; \u0001";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/feeds/topics/cs.LG.atom", 1, 2)]
    [InlineData("/feeds/topics/cs.atom", 1, 2, 3)]
    [InlineData("/feeds/topics/Machine%20Learning.atom", 1, 2)]
    [InlineData("/feeds/sources/source-of-b.atom", 3)]
    [InlineData("/feeds/sources/nobody.atom")]
    [InlineData("/feeds/query.atom?words=number%201", 1)]
    [InlineData("/feeds/query.atom?topic=cs.LG&minScore=0.95")]
    public async Task Feed_HoldsItsPapers(string path, params int[] numbers)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(Some.Observation("a", minutes: 1), [Some.Paper(1), Some.Paper(2)], "cs.LG");
        await api.GivenAsync(Some.Observation("b"), [Some.Paper(3)], "cs.CL");

        var atom = await ReadAtomAsync(api, path);
        var json = await api.ReadAsync(path.Replace(".atom", ".json", StringComparison.Ordinal));

        var expected = numbers.Select(n => $"urn:pipeline:paper:arxiv%3A2603.0000{n}").ToList();
        Assert.Equal(expected, atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.Equal(expected, json.GetProperty("items").EnumerateArray().ToList().Ids());
        Assert.Equal("https://jsonfeed.org/version/1.1", json.Text("version"));
    }

    [Theory]
    [InlineData("/feeds/topics/no-such-topic.atom", 404, "not-found", null)]
    [InlineData("/feeds/topics/cs.LG.rss", 404, "not-found", null)]
    [InlineData("/feeds/topics/cs.LG", 404, "not-found", null)]
    [InlineData("/feeds/sources/a.txt", 404, "not-found", null)]
    [InlineData("/feeds/query.xml", 404, "not-found", null)]
    [InlineData("/feeds/query.atom?topic=no-such-topic", 400, "bad-parameter", "topic")]
    [InlineData("/feeds/topics/cs.LG.atom?words=a", 400, "bad-parameter", "words")]
    [InlineData("/feeds/query.json?cursor=AAAA", 400, "bad-parameter", "cursor")]
    public async Task Feed_ThatIsNone_IsRefused(string path, int status, string type, string? parameter)
    {
        await using var api = await ApiProcess.StartAsync();

        using var response = await api.GetAsync(path);

        await JsonText.ProblemAsync(response, status, type, parameter);
    }

    [Theory]
    [InlineData("/feeds/query.atom?words=paper&limit=2")]
    [InlineData("/feeds/topics/cs.LG.atom?limit=2")]
    public async Task Feed_FollowedByItsLinks_HoldsEveryPaperOnce(string path)
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(5);

        var ids = new List<string>();
        for (string? next = path; next is not null && ids.Count < 50;)
        {
            var feed = await ReadAtomAsync(api, next);
            Assert.Equal(new Uri(api.Address, next).AbsoluteUri, LinkOf(feed, "self"));
            ids.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            next = LinkOf(feed, "next");
        }

        Assert.Equal(5, ids.Count);
        Assert.Equal(5, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("https://papers.example.org")]
    [InlineData("https://example.org/papers/")]
    public async Task Feed_OfAnInstallationBehindAProxy_LinksToWhereReadersReachIt(string url)
    {
        await using var api = await ApiProcess.StartAsync(("Public:Url", url));
        await api.GivenAsync(2);

        var feed = await ReadAtomAsync(api, "/feeds/topics/cs.LG.atom?limit=1");

        Assert.Equal($"{url.TrimEnd('/')}/feeds/topics/cs.LG.atom?limit=1", LinkOf(feed, "self"));
        Assert.StartsWith($"{url.TrimEnd('/')}/feeds/topics/cs.LG.atom?limit=1&cursor=", LinkOf(feed, "next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_ThatTheReaderHas_IsNotSentAgain()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(2);
        using var first = await api.GetAsync("/feeds/query.atom");
        var (tag, modified) = (first.Headers.ETag!.ToString(), first.Content.Headers.LastModified!.Value.ToString("R"));

        using var byTag = await api.GetAsync("/feeds/query.atom", ("If-None-Match", tag));
        using var byTime = await api.GetAsync("/feeds/query.atom", ("If-Modified-Since", modified));
        using var older = await api.GetAsync("/feeds/query.atom", ("If-Modified-Since", "Mon, 02 Mar 2026 08:01:59 GMT"));
        using var otherTag = await api.GetAsync("/feeds/query.atom", ("If-None-Match", "\"x\""), ("If-Modified-Since", modified));

        Assert.Equal("Mon, 02 Mar 2026 08:02:00 GMT", modified);
        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { byTag, byTime, older, otherTag }.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task Entry_OfAPaperThatIsListedAgain_StaysAsItIs()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);
        var before = await ReadAtomAsync(api, "/feeds/query.atom");

        await api.Port<IPaperStore>().UpsertAsync(Some.Observation("later", minutes: 500), [Some.Paper(1)], Token);
        var after = await ReadAtomAsync(api, "/feeds/query.atom");

        Assert.Equal(before.ToString(), after.ToString());
    }

    [Fact]
    public async Task Entry_OfAPaperThatWaits_ComesWhenItIsComplete()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.Port<IPaperStore>().UpsertAsync(Some.Observation(), [Some.Paper(1)], Token);
        var waiting = await ReadAtomAsync(api, "/feeds/query.atom");

        await api.GivenAsync(1);

        Assert.Empty(waiting.Elements(Atom + "entry"));
        Assert.Single((await ReadAtomAsync(api, "/feeds/query.atom")).Elements(Atom + "entry"));
    }

    [Fact]
    public async Task Entry_OfAWithdrawnPaper_SaysSo()
    {
        await using var api = await ApiProcess.StartAsync();
        await api.GivenAsync(1);
        await api.Port<IPaperStore>().WithdrawAsync(Some.Observation("gone", 60), SourceAuthority.Record, [Some.Paper(1).Id], Token);

        var entry = Assert.Single((await ReadAtomAsync(api, "/feeds/query.atom")).Elements(Atom + "entry"));

        Assert.Equal("Withdrawn: Paper number 1", entry.Element(Atom + "title")!.Value);
        Assert.Equal("2026-03-02T09:00:00.125Z", entry.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Entry_OfAHostilePaper_HasNothingOfItAsMarkup()
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenHostileAsync(api);

        var entry = Assert.Single((await ReadAtomAsync(api, "/feeds/query.atom")).Elements(Atom + "entry"));
        var item = (await api.ReadAsync("/feeds/query.json")).GetProperty("items")[0];

        foreach (var html in new[] { entry.Element(Atom + "content")!.Value, item.Text("content_html") })
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
            Assert.Contains("<q>", html, StringComparison.Ordinal);
        }

        Assert.Equal("text", entry.Element(Atom + "title")!.Attribute("type")!.Value);
        Assert.Equal(Hostile[..^1], entry.Element(Atom + "title")!.Value);
        Assert.Null(entry.Elements(Atom + "link").SingleOrDefault());
        Assert.False(item.TryGetProperty("url", out _));
    }

    [Theory]
    [InlineData("/feeds/query.atom?limit=2")]
    [InlineData("/feeds/topics/cs.LG.atom?limit=2")]
    [InlineData("/feeds/sources/source-of-listing-a.atom?limit=2")]
    public async Task Feed_ReadByAnotherProgram_IsWellFormedAndSaysTheSame(string path)
    {
        await using var api = await ApiProcess.StartAsync();
        await GivenHostileAsync(api);
        await api.GivenAsync(Some.Observation(), [Some.Paper(2), Some.Paper(3)], "cs.LG");

        var read = await FeedReader.ReadAsync(await api.Client.GetByteArrayAsync(path, Token));

        Assert.False(read.GetProperty("bozo").GetBoolean());
        Assert.Equal(("atom10", "text/plain"), (read.Text("version"), read.Text("titleType")));
        Assert.StartsWith("urn:pipeline:feed:", read.Text("id"), StringComparison.Ordinal);
        Assert.Equal(new Uri(api.Address, path).AbsoluteUri, read.GetProperty("links").Text("self"));
        Assert.Contains("cursor=", read.GetProperty("links").Text("next"), StringComparison.Ordinal);
        var entries = read.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["urn:pipeline:paper:arxiv%3A2603.00001", "urn:pipeline:paper:arxiv%3A2603.00002"], entries.Ids());
        Assert.Equal("text/plain", entries[0].Text("titleType"));
        Assert.Equal(Hostile[..^1].Trim(), entries[0].Text("title"));
        Assert.Equal("2026-03-02T08:02:00.125Z", entries[0].Text("updated"));
        Assert.Equal("https://example.org/abs/arxiv:2603.00002", entries[1].Text("link"));
        Assert.Equal(["Ada Lovelace", "Émilie du Châtelet"], entries[1].GetProperty("authors").EnumerateArray().Select(author => author.GetString()));
        Assert.Equal(["cs.LG"], entries[1].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Contains("It reaches 91.5 % on the benchmark.", entries[1].Text("content"), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<UpsertOutcome>> GivenHostileAsync(ApiProcess api) => api.GivenAsync(
        Some.Observation(),
        [Some.Paper(1, Hostile, $"We show {Hostile}. It reaches 91.5 %.") with
        {
            Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = "javascript:alert(1)", ["pdf"] = "file:///etc/passwd" },
        }],
        "cs.LG");

    private static async Task<XElement> ReadAtomAsync(ApiProcess api, string path)
    {
        using var response = await api.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "application/atom+xml"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return XElement.Parse(await response.Content.ReadAsStringAsync(Token), LoadOptions.PreserveWhitespace);
    }

    private static string? LinkOf(XElement feed, string relation)
        => feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;
}
