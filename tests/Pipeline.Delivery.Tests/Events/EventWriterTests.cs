using System.Text.Json;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Tests.Support;

namespace Pipeline.Delivery.Tests.Events;

public sealed class EventWriterTests
{
    [Fact]
    public void Event_SaysEverythingAConsumerNeeds()
    {
        var paper = SomePaper.Complete(confidences: [0.25, 0.75]);

        var text = SomePaper.Text(SomePaper.Change(paper).Placed(new(42, ChangeKind.Enriched)));

        var claims = paper.Claims!.Analysis.Claims;
        Assert.Equal(
            $$$"""
            {"specversion":"1.0","id":"{{{SomePaper.EventId:D}}}","source":"/pipeline","type":"paper.enriched.v1","subject":"arxiv:2603.00001",
            "time":"2026-03-02T08:02:00.125Z","datacontenttype":"application/json","dataschema":"urn:pipeline:paper-change:v1","sequence":"0000000000000000042",
            "data":{"paperId":"arxiv:2603.00001","aliases":["arxiv:2603.00001","doi:10.1000/x"],"revision":"{{{paper.Revision}}}","title":"Paper number 1",
            "url":"https://example.org/abs/arxiv:2603.00001","publishedAt":"2026-03-01T15:20:00.125Z","state":"active",
            "topics":[{"id":"cs.LG","score":0.9},{"id":"stat.ML","score":0.8}],"stageVersions":{"claims":"cues/1","topics":"terms/1+arxiv/1"},
            "sources":["source-of-daily"],"claimCount":2,"claims":[
            {"id":"{{{claims[1].Id}}}","type":"result","quote":"It reaches 91.5 %.","confidence":0.75},
            {"id":"{{{claims[0].Id}}}","type":"result","quote":"It reaches 91.5 %.","confidence":0.25}]}}
            """.ReplaceLineEndings(""),
            text);
    }

    [Theory]
    [InlineData(ChangeKind.Enriched, "paper.enriched.v1")]
    [InlineData(ChangeKind.Revised, "paper.revised.v1")]
    [InlineData(ChangeKind.Withdrawn, "paper.withdrawn.v1")]
    public void Event_OfEachKind_HasItsType(ChangeKind kind, string type)
        => Assert.Equal(type, SomePaper.Event(SomePaper.Complete(), kind: kind).Event.GetProperty("type").GetString());

    [Fact]
    public void Event_OfAPaperThatKnowsLittle_SaysNullAndEmpty()
    {
        var paper = SomePaper.Complete() with { PublishedAt = null, Urls = new Dictionary<string, string> { ["code"] = "https://example.org" } };
        var change = ChangeDecision.OfWithdrawn(
            SomePaper.Withdrawn(paper), SomePaper.EventId, paper with { State = PaperState.Withdrawn, Revision = "other", Pending = true }, new("/here"))!;

        var data = SomePaper.Read(change.Placed(new(1, ChangeKind.Withdrawn))).Event.GetProperty("data");

        Assert.Equal("withdrawn", data.GetProperty("state").GetString());
        Assert.All(new[] { "url", "publishedAt" }, name => Assert.Equal(JsonValueKind.Null, data.GetProperty(name).ValueKind));
        Assert.All(new[] { "topics", "claims" }, name => Assert.Equal(0, data.GetProperty(name).GetArrayLength()));
        Assert.Equal("""{"claims":null,"topics":null}""", data.GetProperty("stageVersions").GetRawText());
        Assert.Equal(0, data.GetProperty("claimCount").GetInt32());
    }

    // A quote of 1,000 letters: some 60 fit. One letter at a time over the edge: never too large, never one claim too few.
    [Fact]
    public void Event_NearItsBound_HoldsAsManyOfTheSurestAsFit()
    {
        double[] confidences = [.. Enumerable.Range(0, 49).Select(i => (i + 1) / 100.0)];
        var (seen, largest) = (new HashSet<int>(), 0);
        for (var extra = 0; extra < 1000; extra += 7)
        {
            var paper = SomePaper.Complete(title: new string('x', 50 + extra), quote: new string('é', 1000), confidences: confidences);

            var (read, bytes) = SomePaper.Event(paper);

            var shown = read.GetProperty("data").GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("confidence").GetDouble()).ToList();
            Assert.Equal(49, read.GetProperty("data").GetProperty("claimCount").GetInt32());
            Assert.Equal(confidences.Reverse().Take(shown.Count), shown);
            Assert.InRange(bytes, EventWriter.MaxBytes - 2_200, EventWriter.MaxBytes);
            seen.Add(shown.Count);
            largest = Math.Max(largest, bytes);
        }

        Assert.Equal(2, seen.Count);
        Assert.InRange(largest, EventWriter.MaxBytes - 7, EventWriter.MaxBytes);
    }

    [Fact]
    public void Event_WithOneClaimTooLong_IsToldWithoutIt()
    {
        var (read, bytes) = SomePaper.Event(SomePaper.Complete(quote: new string('é', 40_000), confidences: [0.5]));

        Assert.Equal((1, 0), (read.GetProperty("data").GetProperty("claimCount").GetInt32(), read.GetProperty("data").GetProperty("claims").GetArrayLength()));
        Assert.InRange(bytes, 300, 2_000);
    }

    [Theory]
    [InlineData("\u0000\u0001\u001b[31m")]
    [InlineData("\"},\"data\":{\"paperId\":\"other\"}")]
    [InlineData("</script>\u2028\u2029")]
    [InlineData("\ud800 and \udc00")]
    [InlineData("日本語 ẞ ﷽ 👩‍👩‍👧")]
    public void Event_OfAHostileTitle_IsOneJsonObjectThatSaysIt(string title)
    {
        var paper = SomePaper.Complete();

        var (read, _) = SomePaper.Event(paper with { Title = title });

        Assert.Equal(title.Replace('\ud800', '\ufffd').Replace("\udc00", "\ufffd", StringComparison.Ordinal).Length, read.GetProperty("data").GetProperty("title").GetString()!.Length);
        Assert.Equal(paper.Id, read.GetProperty("data").GetProperty("paperId").GetString());
    }

    // Control characters take six bytes each.
    [Fact]
    public void Event_OfAPaperWhereEverythingIsAsLongAsItMayBe_StaysWithinItsBound()
    {
        var paper = SomePaper.Complete(confidences: [0.5]) with
        {
            Title = new string('\u0001', PaperText.MaxTitleLength),
            Aliases = [.. Enumerable.Range(0, 400).Select(i => $"doi:10.1000/{i}{new string('\u0002', 40)}")],
            Urls = new Dictionary<string, string> { ["abs"] = $"https://example.org/{new string('\u0003', EventData.MaxUrlLength - 20)}" },
            Sightings = [.. Enumerable.Range(0, 100).Select(i => new Sighting { ListingId = "a", SourceId = $"{i}{new string('\u0004', 90)}", Rank = 1, At = default })],
        };
        paper = paper with { Topics = paper.Topics! with { Analysis = SomePaper.Topics([.. Enumerable.Range(0, 400).Select(i => $"topic-number-{i}")]) } };

        var (read, bytes) = SomePaper.Event(paper);

        Assert.InRange(bytes, 40_000, EventWriter.MaxBytes);
        Assert.Equal(paper.Id, read.GetProperty("data").GetProperty("aliases")[0].GetString());
        Assert.Equal(1, read.GetProperty("data").GetProperty("claims").GetArrayLength());
    }

    [Theory]
    [InlineData(EventData.MaxUrlLength, true)]
    [InlineData(EventData.MaxUrlLength + 1, false)]
    public void Event_TellsTheFirstAddressThatIsShortEnough(int length, bool told)
    {
        var abs = "https://example.org/".PadRight(length, 'a');
        var paper = SomePaper.Complete() with { Urls = new Dictionary<string, string> { ["pdf"] = "https://example.org/p", ["abs"] = abs } };

        Assert.Equal(told ? abs : "https://example.org/p", SomePaper.Event(paper).Event.GetProperty("data").GetProperty("url").GetString());
    }

    [Fact]
    public void Event_WrittenAgain_IsTheSameToTheByte()
    {
        var paper = SomePaper.Complete(confidences: [0.5, 0.5, 0.75]);

        Assert.Equal(
            SomePaper.Change(paper).Placed(new(7, ChangeKind.Revised)).Json.ToArray(),
            SomePaper.Change(paper).Placed(new(7, ChangeKind.Revised)).Json.ToArray());
    }
}
