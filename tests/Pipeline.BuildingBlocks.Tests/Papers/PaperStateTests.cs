using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

/// <summary>When a paper counts as withdrawn; every rule holds in both orders of arrival.</summary>
public sealed class PaperStateTests
{
    [Theory]
    [InlineData(SourceAuthority.Record, 0, SourceAuthority.Record, 1, PaperState.Withdrawn)]
    [InlineData(SourceAuthority.Record, 0, SourceAuthority.Index, 1, PaperState.Withdrawn)]
    [InlineData(SourceAuthority.Record, 0, SourceAuthority.Record, 0, PaperState.Withdrawn)]
    [InlineData(SourceAuthority.Record, 1, SourceAuthority.Record, 0, PaperState.Active)]
    [InlineData(SourceAuthority.Record, 1, SourceAuthority.Index, 0, PaperState.Active)]
    [InlineData(SourceAuthority.Index, 1, SourceAuthority.Record, 0, PaperState.Withdrawn)]
    public void Withdrawn_StaysSo_UntilALaterObservationOfAtLeastItsAuthorityShowsIt(
        SourceAuthority active, int activeAt, SourceAuthority withdrawn, int withdrawnAt, PaperState expected)
    {
        var shows = Some.Paper() with { Authority = active };
        var says = Some.Paper() with { Authority = withdrawn, State = PaperState.Withdrawn };
        var (a, b) = (Some.Observation("a", activeAt), Some.Observation("b", withdrawnAt));

        Assert.Equal(expected, PaperMerge.Apply(PaperMerge.Apply(null, shows, a), says, b).State);
        Assert.Equal(expected, PaperMerge.Apply(PaperMerge.Apply(null, says, b), shows, a).State);
    }

    [Fact]
    public void Withdraw_WithNoMoreThanAKey_ChangesTheStateAlone()
    {
        var stored = PaperMerge.Apply(null, Some.Paper() with { Authority = SourceAuthority.Index }, Some.Observation("a")) with { Pending = false };

        var withdrawn = PaperMerge.Withdraw(stored, SourceAuthority.Record, Some.Observation("b", 1));

        Assert.Equal((PaperState.Withdrawn, "b", 2), (withdrawn.State, withdrawn.WithdrawnBy, withdrawn.Sequence));
        Assert.Equal((stored.Revision, stored.Title, false), (withdrawn.Revision, withdrawn.Title, withdrawn.Pending));
        Assert.Equal((stored.ContentListingId, stored.ObservedAt), (withdrawn.ContentListingId, withdrawn.ObservedAt));
        Assert.Equal(stored.Sightings, withdrawn.Sightings);
        Assert.Same(withdrawn, PaperMerge.Withdraw(withdrawn, SourceAuthority.Record, Some.Observation("b", 1)));
    }

    [Fact]
    public void Withdraw_Again_DoesNotChangeWhoDidItFirst()
    {
        var stored = PaperMerge.Withdraw(PaperMerge.Apply(null, Some.Paper(), Some.Observation("a")), SourceAuthority.Record, Some.Observation("b", 1));

        Assert.Equal("b", PaperMerge.Withdraw(stored, SourceAuthority.Record, Some.Observation("c", 2)).WithdrawnBy);
    }

    [Fact]
    public void Withdraw_OfAPaperShownLater_ChangesNothing()
    {
        var stored = PaperMerge.Apply(null, Some.Paper() with { Authority = SourceAuthority.Record }, Some.Observation("a", 5));

        Assert.Equal(PaperState.Active, PaperMerge.Withdraw(stored, SourceAuthority.Record, Some.Observation("b", 4)).State);
    }

    [Fact]
    public void WithdrawnPaper_WithANewText_WaitsForEnrichment()
    {
        var stored = PaperMerge.Withdraw(PaperMerge.Apply(null, Some.Paper(), Some.Observation("a")), SourceAuthority.Record, Some.Observation("b", 1))
            with { Pending = false };

        var merged = PaperMerge.Apply(stored, Some.Paper("New title"), Some.Observation("c", 2));

        Assert.Equal((PaperState.Withdrawn, "New title", true), (merged.State, merged.Title, merged.Pending));
    }
}
