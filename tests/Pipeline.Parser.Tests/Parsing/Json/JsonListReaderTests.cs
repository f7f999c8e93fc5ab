using System.Text;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Parsing.Json;
using Pipeline.Parser.Parsing.Papers;

namespace Pipeline.Parser.Tests.Parsing.Json;

public sealed class JsonListReaderTests
{
    private const int Most = 8 * 1024 * 1024;

    private static readonly JsonListShape Shape = JsonListShape.Of(
        (element, where) => new PaperDraft { Title = element.Field("t").Text() }.ToEntry(where), "data", "message.items", "a.b.c") with
        {
            PassesNulls = true,
            IsEmptyAnswer = answer => answer.Field("total").Count() == 0,
        };

    [Theory]
    [InlineData("""[{"t":"1"},{"t":"2"}]""", "1 2")]
    [InlineData("""{"data":[{"t":"1"},{"t":"2"}]}""", "1 2")]
    [InlineData("""{"x":[{"data":[{"t":"no"}]}],"data":[{"t":"1"}],"y":{"data":[{"t":"no"}]}}""", "1")]
    [InlineData("""{"message":{"x":{"items":[{"t":"no"}]},"items":[{"t":"1"}]},"items":[{"t":"no"}]}""", "1")]
    [InlineData("""{"a":{"b":{"c":[{"t":"1"}]}}}""", "1")]
    [InlineData("""{"a":{"b":{}},"a":{"b":{"c":[{"t":"1"}]}}}""", "1")]
    [InlineData("""{"a":{"c":[{"t":"no"}]},"data":[{"t":"1"}]}""", "1")]
    [InlineData("""{"data":{"items":[]},"message":{"items":[{"t":"1"}]},"data":[{"t":"2"}]}""", "1 2")]
    [InlineData("""{"t":"1","other":[{"t":"no"}]}""", "1")]
    [InlineData(""" {"data":[ ] , "x":1} """, "")]
    [InlineData("""{"data":[null,{"t":"1"}, null ]}""", "1")]
    [InlineData("""{"total":0}""", "")]
    public async Task List_WhereverItIsNamed_IsReadAndNoOther(string json, string titles)
    {
        var entries = await ReadAsync(Encoding.UTF8.GetBytes(json));

        Assert.Equal(titles, string.Join(' ', Titles(entries)));
        Assert.All(entries, entry => Assert.IsType<ListingEntry.Listed>(entry));
    }

    [Theory]
    [InlineData("""{"data":[{"t":"1"},{"t":,"2"},{"t":"3"}]}""", "entry 2")]
    [InlineData("""{"data":[{"t":"1"},{"t":7},{"t":"3"}],"more":1}""", "entry 2")]
    [InlineData("""{"data":[{"t":"1"}],"message":{"items":[1,{"t":"3"}]}}""", "entry 2")]
    public async Task Element_ThatIsNoPaper_IsNamedByItsPlaceAndTheOthersAreRead(string json, string where)
    {
        var entries = await ReadAsync(Encoding.UTF8.GetBytes(json));

        Assert.Equal(["1", "3"], Titles(entries));
        Assert.Equal(where, Assert.Single(entries.OfType<ListingEntry.Rejected>()).Rejection.Where);
    }

    [Theory]
    [InlineData("""{"data":[{"t":"1"},{"t":"2""", "entry 2", "in the middle of the list")]
    [InlineData("""{"data":[{"t":"1"},""", "entry 2", "in the middle of the list")]
    [InlineData("""{"data":[{"t":"1"}""", "entry 1", "in the middle of the list")]
    [InlineData("""{"data":[{"t":"1"}]""", "behind entry 1", "before its last bracket")]
    [InlineData("""{"data":[{"t":"1"}],"x":"y""", "behind entry 1", "before its last bracket")]
    [InlineData("""{"data":[{"t":"1"}] oops}""", "behind entry 1", "not valid JSON")]
    [InlineData("""{"data":[{"t":"1"}]} x""", "the end", "something follows")]
    [InlineData("""{"data":[{"t":"1"}]}{"data":[{"t":"2"}]}""", "the end", "something follows")]
    [InlineData("""[{"t":"1"}]]""", "the end", "something follows")]
    public async Task List_ThatBreaksOff_KeepsWhatWasCompleteAndSaysWhere(string json, string where, string reason)
    {
        var entries = await ReadAsync(Encoding.UTF8.GetBytes(json));

        var broken = Assert.IsType<ListingEntry.Broken>(entries[^1]);
        Assert.Equal(where == "entry 1" ? [] : ["1"], Titles(entries));
        Assert.Equal(where, broken.Where);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resource not found.", "it begins \"Resource not found.\"")]
    [InlineData("<!doctype html><title>Sign in</title>", "it begins \"Sign in\"")]
    [InlineData("", "it begins \"\"")]
    [InlineData("17", "it begins \"17\"")]
    public async Task Content_ThatIsNoListOrObject_BreaksOffWithItsFirstWords(string content, string reason)
    {
        var broken = Assert.IsType<ListingEntry.Broken>(Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(content))));

        Assert.Equal("the beginning", broken.Where);
        Assert.Contains(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"Not found"}""", "\"Not found\"")]
    [InlineData("""{"error":"rate","message":"Rate limit exceeded"}""", "\"Rate limit exceeded\"")]
    [InlineData("""{"message":"Too Many Requests","code":"429"}""", "\"Too Many Requests\"")]
    [InlineData("""{"message":"Forbidden"}""", "\"Forbidden\"")]
    [InlineData("""{"status":"failed","message":[{"type":"x","message":"No such cursor"}]}""", "\"No such cursor\"")]
    [InlineData("""{"errors":[{"detail":"Bad query"}]}""", "\"Bad query\"")]
    public async Task Object_ThatIsAComplaint_BreaksOffWithTheServersWords(string json, string words)
        => Assert.Contains(words, Assert.IsType<ListingEntry.Broken>(Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(json)))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Object_NestedTooDeeply_BreaksOff()
    {
        var deep = Encoding.UTF8.GetBytes("{\"x\":" + new string('[', 100) + new string(']', 100) + ",\"data\":[{\"t\":\"1\"}]}");

        Assert.Contains("nested deeper", Assert.IsType<ListingEntry.Broken>(Assert.Single(await ReadAsync(deep))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task ObjectAlone_AtEightMegabytes_IsReadAndOverItRejected(int over, bool isRead)
    {
        const string start = "{\"t\":\"1\",\"x\":\"";
        var json = Encoding.UTF8.GetBytes(start + new string('x', Most - start.Length - 2 + over) + "\"}");

        var entry = Assert.Single(await ReadAsync(json));

        Assert.Equal(isRead, entry is ListingEntry.Listed);
    }

    [Fact]
    public async Task FieldBesideTheList_FarOverEightMegabytes_BreaksOffUnheld()
    {
        var json = Encoding.UTF8.GetBytes("{\"x\":\"" + new string('x', 4 * Most) + "\",\"data\":[]}");

        Assert.Contains("longer than 8 MB", Assert.IsType<ListingEntry.Broken>(Assert.Single(await ReadAsync(json))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldsBeforeTheList_OfManyMegabytes_ArePassedOver()
    {
        var json = Encoding.UTF8.GetBytes("{\"x\":[" + string.Concat(Enumerable.Repeat("\"0123456789abcdef\",", 600_000)) + "1],\"data\":[{\"t\":\"1\"}]}");
        Assert.InRange(json.Length, Most, int.MaxValue);

        Assert.Equal(["1"], Titles(await ReadAsync(json)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task List_OfAStreamThatDrips_IsReadAlike(int bytesAtATime)
    {
        var json = Encoding.UTF8.GetBytes("""{"é":"\ud800","n":12.5,"message":{"items":[{"t":"1"},{"t":"2"}],"z":null}}""");

        Assert.Equal(["1", "2"], Titles(await ReadAsync(new DrippingStream(json, bytesAtATime))));
    }

    private static IEnumerable<string> Titles(IEnumerable<ListingEntry> entries) => entries.OfType<ListingEntry.Listed>().Select(entry => entry.Paper.Title);

    private static Task<List<ListingEntry>> ReadAsync(byte[] json) => ReadAsync(new MemoryStream(json));

    private static async Task<List<ListingEntry>> ReadAsync(Stream content)
        => await JsonListReader.ReadAsync(content, Shape, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
