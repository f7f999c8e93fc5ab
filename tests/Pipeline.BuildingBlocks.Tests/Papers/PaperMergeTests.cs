using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class PaperMergeTests
{
    private static readonly ParsedPaper Full = Some.Paper() with
    {
        Authors = ["Ada Lovelace"],
        PublishedAt = Some.Noon.AddDays(-2),
        UpdatedAt = Some.Noon.AddDays(-1),
        ListedAt = Some.Noon,
        Categories = ["cs.LG"],
        Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = "https://example.org/1" },
        Upvotes = 3,
    };

    [Fact]
    public void Apply_ToNothing_StoresThePaperAsListed()
    {
        var stored = PaperMerge.Apply(null, Full, Some.Observation("a"));

        Assert.Equal((Full.Id, Full.Title, Full.Abstract), (stored.Id, stored.Title, stored.Abstract));
        Assert.Equal(PaperText.Revision(Full.Title, Full.Abstract), stored.Revision);
        Assert.Equal((Some.Noon, Some.Noon), (stored.ObservedAt, stored.FirstSeenAt));
        Assert.Equal(("a", "a"), (stored.FirstListingId, stored.ContentListingId));
        Assert.Equal((1, true), (stored.Sequence, stored.Pending));
        Assert.Equal(
            [new() { ListingId = "a", SourceId = "source-of-a", Rank = 1, Upvotes = 3, At = Some.Noon }], stored.Sightings);
    }

    [Fact]
    public void Apply_TheSameObservationAgain_ReturnsTheStoredInstance()
    {
        var stored = PaperMerge.Apply(null, Full, Some.Observation());

        Assert.Same(stored, PaperMerge.Apply(stored, Full, Some.Observation()));
        Assert.Same(stored, PaperMerge.Apply(stored, Full with { Rank = 9 }, Some.Observation()));
    }

    [Theory]
    [InlineData(-1, "Old title", "a")]
    [InlineData(0, "New title", "b")]
    [InlineData(1, "New title", "b")]
    public void Apply_AnotherTitle_ReplacesItWhenObservedLaterOrElseByTheListingsOrder(int minutes, string title, string contentListing)
    {
        var stored = PaperMerge.Apply(null, Some.Paper("Old title"), Some.Observation("a")) with { Pending = false };

        var merged = PaperMerge.Apply(stored, Some.Paper("New title"), Some.Observation("b", minutes));

        Assert.Equal((title, contentListing), (merged.Title, merged.ContentListingId));
        Assert.Equal(PaperText.Revision(title, merged.Abstract), merged.Revision);
        Assert.Equal(Some.Noon.AddMinutes(Math.Max(minutes, 0)), merged.ObservedAt);
        Assert.Equal(("a", minutes >= 0, 2), (merged.FirstListingId, merged.Pending, merged.Sequence));
        Assert.Equal(2, merged.Sightings.Count);
    }

    [Fact]
    public void Apply_ALaterObservationOfTheSameText_KeepsItsSpansAndItsSections()
    {
        var stored = PaperMerge.Apply(null, Some.Paper(@abstract: "One two."), Some.Observation("a")) with { Pending = false };

        var merged = PaperMerge.Apply(stored, Some.Paper(@abstract: "One\n  two."), Some.Observation("b", 1));

        Assert.Equal(("One two.", "a", false), (merged.Abstract, merged.ContentListingId, merged.Pending));
        Assert.Equal(Some.Noon.AddMinutes(1), merged.ObservedAt);
    }

    [Fact]
    public void Apply_TextThatComesBackReWrapped_StandsAsItCame()
    {
        var first = Stored(Some.Paper(@abstract: "One two."), Some.Observation("a"));
        var other = PaperMerge.Apply(first, Some.Paper(@abstract: "Three."), Some.Observation("b", 1));

        var back = PaperMerge.Apply(other, Some.Paper(@abstract: "One\n  two."), Some.Observation("c", 2));

        Assert.Equal("One\n  two.", back.Abstract);
        Assert.NotEqual(first.Revision, back.Revision);
        Assert.Equal(PaperText.Revision(back.Title, "One\n  two."), back.Revision);
    }

    [Fact]
    public void Apply_ALaterObservation_OverwritesWhatItGivesAndKeepsTheRest()
    {
        var stored = PaperMerge.Apply(null, Full, Some.Observation("a"));
        var listed = Some.Paper() with
        {
            Authors = ["Émilie du Châtelet"],
            Upvotes = 5,
            Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = "https://example.org/2", ["pdf"] = "https://example.org/2.pdf" },
        };

        var merged = PaperMerge.Apply(stored, listed, Some.Observation("b", 1));

        Assert.Equal(["Émilie du Châtelet"], merged.Authors);
        Assert.Equal(5, merged.Upvotes);
        Assert.Equal([new("abs", "https://example.org/2"), new("pdf", "https://example.org/2.pdf")], merged.Urls);
        Assert.Equal(Full.Categories, merged.Categories);
        Assert.Equal((Full.PublishedAt, Full.UpdatedAt, Full.ListedAt), (merged.PublishedAt, merged.UpdatedAt, merged.ListedAt));
    }

    [Fact]
    public void Apply_AnEarlierObservation_FillsOnlyWhatIsMissing()
    {
        var stored = PaperMerge.Apply(null, Some.Paper() with { Upvotes = 7, Authors = ["Known"] }, Some.Observation("b", 1));

        var merged = PaperMerge.Apply(stored, Full, Some.Observation("a"));

        Assert.Equal((7, "Known"), (merged.Upvotes, merged.Authors.Single()));
        Assert.Equal(Full.Categories, merged.Categories);
        Assert.Equal((Full.PublishedAt, Full.UpdatedAt, Full.ListedAt), (merged.PublishedAt, merged.UpdatedAt, merged.ListedAt));
        Assert.Equal(Full.Urls, merged.Urls);
        Assert.Equal(["a", "b"], merged.Sightings.Select(s => s.ListingId));
    }

    [Fact]
    public void Apply_OtherAliases_KeepsAllInOrdinalOrder()
    {
        var stored = PaperMerge.Apply(null, Full, Some.Observation("a"));

        var merged = PaperMerge.Apply(stored, Full with { Id = "doi:10.1000/x", Aliases = ["Z", "doi:10.1000/x"] }, Some.Observation("b", -1));

        Assert.Equal(Full.Id, merged.Id);
        Assert.Equal(["Z", "arxiv:2601.00001", "doi:10.1000/x"], merged.Aliases);
    }

    [Theory]
    [InlineData(-1, 3, 0)]
    [InlineData(0, 9, 0)]
    [InlineData(1, 9, 1)]
    public void Apply_TheSameListingObtainedAgain_KeepsTheNewestSighting(int minutes, int upvotes, int at)
    {
        var stored = PaperMerge.Apply(null, Full, Some.Observation("a"));

        var merged = PaperMerge.Apply(stored, Full with { Upvotes = 9 }, Some.Observation("a", minutes));

        var sighting = Assert.Single(merged.Sightings);
        Assert.Equal((upvotes, Some.Noon.AddMinutes(at)), (sighting.Upvotes, sighting.At));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void Apply_ManySightings_KeepsTheNewestHundred(int listings, int firstKept)
    {
        var stored = Enumerable.Range(0, listings).Aggregate(
            (EnrichedPaper?)null, (paper, n) => PaperMerge.Apply(paper, Full, Some.Observation($"l{n}", n)))!;

        Assert.Equal(Math.Min(listings, PaperMerge.MaxSightings), stored.Sightings.Count);
        Assert.Equal(($"l{firstKept}", $"l{listings - 1}"), (stored.Sightings[0].ListingId, stored.Sightings[^1].ListingId));
    }

    [Fact]
    public void Apply_AnObservationOlderThanAllKeptOnes_OnlyMovesTheFirstSightBack_AndOnlyOnce()
    {
        var stored = Enumerable.Range(0, PaperMerge.MaxSightings).Aggregate(
            (EnrichedPaper?)null, (paper, n) => PaperMerge.Apply(paper, Full, Some.Observation($"l{n}", n)))!;

        var merged = PaperMerge.Apply(stored, Full, Some.Observation("old", -1));

        Assert.Equal(Some.Observation("old", -1).FetchedAt, merged.FirstSeenAt);
        Assert.Equal((stored.ObservedAt, stored.Revision, stored.Sequence + 1), (merged.ObservedAt, merged.Revision, merged.Sequence));
        Assert.Equal(stored.Sightings, merged.Sightings);
        Assert.Same(merged, PaperMerge.Apply(merged, Full, Some.Observation("old", -1)));
    }

    private static EnrichedPaper Stored(ParsedPaper listed, Observation observation) => PaperMerge.Apply(null, listed, observation);
}
