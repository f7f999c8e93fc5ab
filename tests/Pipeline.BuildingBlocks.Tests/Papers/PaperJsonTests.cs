using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

/// <summary>The forms other programs read; see the formats of <c>try parse</c>, <c>try claims</c> and <c>try topics</c>.</summary>
public sealed class PaperJsonTests
{
    [Fact]
    public void Sentence_ThatIsNoClaim_HasANullType()
        => AssertJson(
            """{"start":0,"end":5,"role":"background","roleScore":0.5,"claim":false,"claimScore":0.25,"mainClaim":false,"mainClaimScore":0,"claimType":null}""",
            new Sentence
            {
                Start = 0,
                End = 5,
                Role = SentenceRole.Background,
                RoleScore = 0.5,
                Claim = false,
                ClaimScore = 0.25,
                MainClaim = false,
                MainClaimScore = 0,
            });

    [Fact]
    public void Quantity_BesideItsNumber_HasNullsForWhatTheTextDoesNotSay()
        => AssertJson(
            """{"start":0,"end":4,"text":"91 %","values":[91],"unit":null,"kind":"score","direction":"none","metric":null,"baseline":null,"dataset":null,"entity":null,"confidence":0.5,"spans":{}}""",
            Quantity.From("91 % in F1", new(0, 4), SomeFacts));

    [Fact]
    public void Quantity_WithARangeAndItsMetric_SaysSo()
        => AssertJson(
            """{"start":0,"end":4,"text":"91 %","values":[91],"low":90,"high":92.5,"unit":"%","kind":"range","direction":"increase","metric":"F1","baseline":null,"dataset":null,"entity":null,"confidence":0.5,"spans":{"metric":[8,10]}}""",
            Quantity.From("91 % in F1", new(0, 4), SomeFacts with
            {
                Low = 90,
                High = 92.5,
                Unit = "%",
                Kind = QuantityKind.Range,
                Direction = QuantityDirection.Increase,
                Metric = new(8, 10),
            }));

    [Fact]
    public void TopicAnalysis_StartsWithWhetherItAbstained()
        => AssertJson(
            """{"abstained":false,"topics":[{"id":"cs.LG","score":0.75,"evidence":[{"start":0,"end":2,"text":"AI","in":"abstract","weight":1.5}]}]}""",
            new TopicAnalysis
            {
                Abstained = false,
                Topics =
                [
                    new()
                    {
                        Id = "cs.LG",
                        Score = 0.75,
                        Evidence = [new() { Start = 0, End = 2, Text = "AI", In = TextPart.Abstract, Weight = 1.5 }],
                    },
                ],
            });

    [Theory]
    [InlineData(null, """{"name":"cues","version":"1"}""", "cues/1")]
    [InlineData("arxiv/1", """{"name":"cues","version":"1","taxonomy":"arxiv/1"}""", "cues/1+arxiv/1")]
    public void StageVersion_NamesATaxonomyOnlyWhereThereIsOne(string? taxonomy, string json, string text)
    {
        var version = Some.Version() with { Taxonomy = taxonomy };

        AssertJson(json, version);
        Assert.Equal(text, version.ToString());
    }

    [Fact]
    public void ParsedPaper_KeepsItsNullsAndHidesItsRank()
        => AssertJson(
            """{"id":"arxiv:2601.00001","aliases":["arxiv:2601.00001"],"title":"Größe < 1 & \"q\"","abstract":"An abstract.","abstractSource":"ai-summary","authors":[],"publishedAt":null,"updatedAt":null,"listedAt":null,"categories":[],"urls":{},"upvotes":null,"state":"active","authority":"capture"}""",
            Some.Paper(title: "Größe < 1 & \"q\"") with { AbstractSource = AbstractSource.AiSummary });

    [Fact]
    public void ParsedPaper_WithVersionStateAndAuthority_SaysThem()
        => AssertJson(
            """{"id":"arxiv:2601.00001","aliases":["arxiv:2601.00001"],"title":"A title","abstract":"An abstract.","abstractSource":"listing","authors":[],"publishedAt":null,"updatedAt":null,"listedAt":null,"categories":[],"urls":{},"upvotes":null,"version":2,"state":"withdrawn","authority":"record"}""",
            Some.Paper() with { Version = 2, State = PaperState.Withdrawn, Authority = SourceAuthority.Record });

    [Fact]
    public void Provenance_NamesAnObservationAndItsFields()
        => AssertJson(
            """{"origin":{"authority":"announcement","version":3,"observedAt":"2026-01-15T12:00:00+00:00","listingId":"a","sourceId":"s"},"fields":["active","title"]}""",
            new Provenance
            {
                Origin = new() { Authority = SourceAuthority.Announcement, Version = 3, ObservedAt = Some.Noon, ListingId = "a", SourceId = "s" },
                Fields = ["active", "title"],
            });

    [Fact]
    public void EnrichedPaper_OfAnEarlierRelease_ReadsWithoutOrigins()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(JsonSerializer.Serialize(PaperMerge.Apply(null, Some.Paper(), Some.Observation()), PaperJson.Options))!.AsObject();
        foreach (var added in new[] { "version", "state", "provenance", "withdrawnBy", "joins" })
        {
            Assert.True(json.Remove(added));
        }

        var paper = json.Deserialize<EnrichedPaper>(PaperJson.Options)!;

        Assert.Equal((0, 0, PaperState.Active), (paper.Provenance.Count, paper.Joins.Count, paper.State));
    }

    [Fact]
    public void Numbers_InQuotes_AreRefused()
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Quote>("""{"start":"0","end":1,"text":"a"}""", PaperJson.Options));

    private static QuantityFacts SomeFacts => new()
    {
        Values = [91],
        Kind = QuantityKind.Score,
        Direction = QuantityDirection.None,
        Confidence = 0.5,
    };

    // The same text must come back as the same value, too.
    private static void AssertJson<T>(string json, T value)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, PaperJson.Options));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, PaperJson.Options), PaperJson.Options));
    }
}
