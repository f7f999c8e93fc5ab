using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo.Bson;
using Pipeline.Storage.Mongo.Tests.Support;

namespace Pipeline.Storage.Mongo.Tests.Bson;

public sealed class RecordConventionsTests
{
    public RecordConventionsTests() => RecordConventions.Register();

    [Fact]
    public void Paper_WithEveryField_ComesBackEqual()
    {
        var read = BsonSerializer.Deserialize<EnrichedPaper>(Full.Paper.ToBson());

        Assert.Equal(Canonical.Json(Full.Paper), Canonical.Json(read));
    }

    [Fact]
    public void Listing_WithEveryField_ComesBackEqual()
    {
        var listing = Some.Listing() with { Format = "atom", State = ListingState.Rejected, Result = Some.Result() with { Reason = "why" } };

        Assert.Equal(Canonical.Json(listing), Canonical.Json(BsonSerializer.Deserialize<Listing>(listing.ToBson())));
    }

    [Fact]
    public void Paper_LooksLikeItsJsonWithDatesAsDates()
    {
        var document = Full.Paper.ToBsonDocument();

        Assert.Equal(Full.Paper.Id, document["_id"]);
        Assert.Equal("ai-summary", document["abstractSource"]);
        Assert.Equal(new BsonDateTime(Full.Paper.ObservedAt.ToUnixTimeMilliseconds()), document["observedAt"]);
        Assert.Equal(new BsonDocument { { "abs", "https://example.org/a" }, { "pdf", "https://example.org/p" } }, document["urls"]);
        var claim = document["claims"]["analysis"]["claims"][0].AsBsonDocument;
        Assert.Equal(Full.Paper.Claims!.Analysis.Claims[0].Id, claim["id"]);
        Assert.Equal(new BsonArray { 19, 27 }, claim["quantities"][0]["spans"]["dataset"]);
        Assert.Equal("cs.CV", document["topics"]["analysis"]["topics"][0]["id"]);
    }

    [Fact]
    public void SourcesAndRuns_LookLikeTheirJson_DaysAndKeysAsText()
    {
        var run = SomeSource.Run(cause: RunCause.Backfill) with { From = SomeSource.Day(2), BackfillId = SomeSource.Id(9) };
        var document = run.ToBsonDocument();
        var source = SomeSource.Full().ToBsonDocument();

        Assert.Equal(run.Id.ToString("D"), document["_id"]);
        Assert.Equal(run.BackfillId!.Value.ToString("D"), document["backfillId"]);
        Assert.Equal(("2026-03-02", "backfill", "waiting"), (document["from"].AsString, document["cause"].AsString, document["state"].AsString));
        Assert.Equal(new BsonDateTime(run.DueAt.ToUnixTimeMilliseconds()), document["dueAt"]);
        Assert.False(document.Contains("hasEnded"));
        Assert.Equal(new BsonArray { "saturday", "sunday" }, source["skipDays"]);
        Assert.Equal("00:00:03.2500000", source["requestInterval"]);
        Assert.Equal("daily", source["id"]);
    }

    [Fact]
    public void Paper_WithFieldsOfALaterVersion_IsReadWithoutThem()
    {
        var document = Full.Paper.ToBsonDocument();
        document.Add("later", 1);
        document["claims"].AsBsonDocument.Add("later", new BsonArray { 1 });

        Assert.Equal(Canonical.Json(Full.Paper), Canonical.Json(BsonSerializer.Deserialize<EnrichedPaper>(document)));
    }

    [Fact]
    public void Word_ThatIsNoValueOfTheEnumeration_IsNamed()
    {
        var document = Some.Listing().ToBsonDocument();
        document["state"] = "burnt";

        var thrown = Assert.Throws<FormatException>(() => BsonSerializer.Deserialize<Listing>(document));

        Assert.Contains("'burnt' is no ListingState", thrown.Message, StringComparison.Ordinal);
    }
}
