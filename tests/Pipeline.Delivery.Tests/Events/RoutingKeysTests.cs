using Pipeline.BuildingBlocks.Changes;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Tests.Support;

namespace Pipeline.Delivery.Tests.Events;

public sealed class RoutingKeysTests
{
    [Theory]
    [InlineData(ChangeKind.Enriched, "enriched")]
    [InlineData(ChangeKind.Withdrawn, "withdrawn")]
    public void Keys_NameKindTopicsAndSources(ChangeKind kind, string word)
    {
        var change = Change(kind, ["cs.LG", "stat.ML"], ["hf-daily"]);

        Assert.Equal($"paper.{word}", RoutingKeys.OfKind(change));
        Assert.Equal([$"paper.{word}.cs.LG", $"paper.{word}.stat.ML", $"paper.{word}.source.hf-daily"], RoutingKeys.More(change));
    }

    // "paper.enriched.source." are 22 bytes, and é is two.
    [Theory]
    [InlineData(233, "", 1)]
    [InlineData(234, "", 0)]
    [InlineData(231, "é", 1)]
    [InlineData(232, "é", 0)]
    public void Key_LongerThanTheBrokerTakes_IsLeftOut(int letters, string more, int keys)
        => Assert.Equal(keys, RoutingKeys.More(Change(ChangeKind.Enriched, [], [new string('a', letters) + more])).Count());

    private static Change Change(ChangeKind kind, IReadOnlyList<string> topics, IReadOnlyList<string> sources)
        => (SomePaper.Change(SomePaper.Complete()) with { Topics = topics, Sources = sources }).Placed(new(1, kind));
}
