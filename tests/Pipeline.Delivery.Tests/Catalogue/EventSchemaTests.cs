using System.Text.Json.Nodes;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests.Catalogue;

/// <summary>That what is published keeps to the schemas that consumers were given.</summary>
public sealed class EventSchemaTests
{
    [Fact]
    public void Examples_OfBothSchemas_KeepToThem()
    {
        foreach (var example in EventCatalogue.Read("paper-event.v1")["examples"]!.AsArray())
        {
            Assert.Empty(EventCatalogue.FaultsOf(example!.ToJsonString()));
        }

        foreach (var example in EventCatalogue.Read("paper-change.v1")["examples"]!.AsArray())
        {
            Assert.Empty(EventCatalogue.FaultsOf(Changed(json => json["data"] = example!.DeepClone())));
        }
    }

    [Theory]
    [InlineData(ChangeKind.Enriched)]
    [InlineData(ChangeKind.Revised)]
    [InlineData(ChangeKind.Withdrawn)]
    public void Event_OfEachKind_KeepsToTheSchema(ChangeKind kind)
        => Assert.Empty(EventCatalogue.FaultsOf(SomePaper.Text(SomePaper.Change(SomePaper.Complete(confidences: [0, 0.5, 1])).Placed(new(long.MaxValue, kind)))));

    [Fact]
    public void Event_OfAPaperThatKnowsLittle_KeepsToTheSchema()
    {
        var paper = SomePaper.Complete() with
        {
            PublishedAt = null, Urls = new Dictionary<string, string>(), State = PaperState.Withdrawn, Revision = "other", Pending = true,
        };

        Assert.Empty(EventCatalogue.FaultsOf(Text(ChangeDecision.OfWithdrawn(SomePaper.Withdrawn(paper), SomePaper.EventId, paper, new("urn:here"))!)));
    }

    [Fact]
    public void Event_WithEachTypeOfClaim_KeepsToTheSchema()
    {
        foreach (var type in Enum.GetValues<ClaimType>())
        {
            var paper = SomePaper.Complete(confidences: [0.5]);
            var claim = Claim.From(paper.Id, paper.Abstract, new(0, paper.Abstract.Length), type, 0.5, []);

            Assert.Empty(EventCatalogue.FaultsOf(Text(SomePaper.Change(
                paper with { Claims = paper.Claims! with { Analysis = paper.Claims.Analysis with { Claims = [claim] } } }))));
        }
    }

    [Fact]
    public void Event_ThatIsOtherwise_IsNoticed()
    {
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["type"] = "paper.enriched.v2")));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["time"] = "yesterday")));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["other"] = 1)));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["data"]!.AsObject().Remove("claimCount"))));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["data"]!["claims"]![0]!["confidence"] = "0.5")));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["data"]!["claims"]![0]!["type"] = "opinion")));
        Assert.NotEmpty(EventCatalogue.FaultsOf(Changed(json => json["data"]!["topics"]![0]!["name"] = "Learning")));
    }

    private static string Text(NewChange change) => SomePaper.Text(change.Placed(new(1, ChangeKind.Enriched)));

    private static string Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Text(SomePaper.Change(SomePaper.Complete(confidences: [0.5]))))!;
        change(json);
        return json.ToJsonString();
    }
}
