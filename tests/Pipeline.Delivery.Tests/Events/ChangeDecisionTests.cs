using Pipeline.BuildingBlocks.Papers;
using Pipeline.Delivery.Events;
using Pipeline.Delivery.Tests.Support;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Events;

public sealed class ChangeDecisionTests
{
    private static readonly EnrichedPaper Paper = SomePaper.Complete();

    [Fact]
    public void APaper_ThatIsAsItWasSaid_IsTold()
    {
        var paper = Paper with
        {
            Joins = [new() { FormerId = "title:a", ListingId = "x" }],
            Sightings = [Sighting("b"), Sighting("a"), Sighting("b")],
        };

        var change = ChangeDecision.OfEnriched(SomePaper.Enriched(paper), SomePaper.EventId, paper, new(SomePaper.Source))!;

        Assert.Equal((SomePaper.EventId, paper.Id, paper.Revision, Some.Time(2), false), (change.EventId, change.PaperId, change.Revision, change.At, change.Withdrawn));
        Assert.Equal(["cs.LG", "stat.ML"], change.Topics);
        Assert.Equal(["a", "b"], change.Sources);
        Assert.Equal(["title:a"], change.FormerIds);
    }

    [Fact]
    public void APaper_ThatHasMovedOn_IsPassedOver()
    {
        EnrichedPaper[] moved =
        [
            Paper with { Pending = true },
            Paper with { Revision = "other" },
            Paper with { Id = "arxiv:2603.00009" },
            Paper with { Enriched = null },
            Paper with { Enriched = Paper.Enriched! with { ClaimsVersion = "cues/2" } },
            Paper with { Enriched = Paper.Enriched! with { TopicsVersion = "terms/2+arxiv/1" } },
            Paper with { Enriched = Paper.Enriched! with { Revision = "other" } },
        ];

        Assert.All(moved, paper => Assert.Null(ChangeDecision.OfEnriched(SomePaper.Enriched(Paper), SomePaper.EventId, paper, new(SomePaper.Source))));
    }

    [Fact]
    public void AWithdrawal_IsToldWhileThePaperIsWithdrawn_UnderItsKeyOfNow()
    {
        var gone = Paper with { State = PaperState.Withdrawn, Id = "arxiv:2603.00009", Pending = true, Revision = "other" };

        var change = ChangeDecision.OfWithdrawn(SomePaper.Withdrawn(Paper), SomePaper.EventId, gone, new(SomePaper.Source))!;

        Assert.Equal((gone.Id, "other", Some.Time(9), true), (change.PaperId, change.Revision, change.At, change.Withdrawn));
        Assert.Equal(["cs.LG", "stat.ML"], change.Topics);
        Assert.Null(ChangeDecision.OfWithdrawn(SomePaper.Withdrawn(Paper), SomePaper.EventId, Paper, new(SomePaper.Source)));
    }

    private static Sighting Sighting(string source) => new() { ListingId = "x", SourceId = source, Rank = 1, At = Some.Time() };
}
