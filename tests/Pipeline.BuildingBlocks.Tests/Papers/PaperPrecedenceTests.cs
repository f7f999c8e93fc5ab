using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

/// <summary>Whose word counts, field by field; every rule holds in both orders of arrival.</summary>
public sealed class PaperPrecedenceTests
{
    private static readonly ParsedPaper Low = Some.Paper("Low title", "Low abstract.") with
    {
        Authors = ["Low"],
        PublishedAt = Some.Noon.AddDays(-1),
        UpdatedAt = Some.Noon.AddDays(-1),
        ListedAt = Some.Noon.AddDays(-1),
        Categories = ["low"],
        Urls = Urls("https://example.org/low"),
        Upvotes = 1,
        Authority = SourceAuthority.Index,
    };

    private static readonly ParsedPaper High = Some.Paper("High title", "High abstract.") with
    {
        Authors = ["High"],
        PublishedAt = Some.Noon.AddDays(-9),
        UpdatedAt = Some.Noon.AddDays(-9),
        ListedAt = Some.Noon.AddDays(-9),
        Categories = ["high"],
        Urls = Urls("https://example.org/high"),
        Upvotes = 9,
        Authority = SourceAuthority.Record,
    };

    [Fact]
    public void HigherAuthority_WinsEveryFieldButVotesAndSlot_AlsoAgainstALaterObservation()
        => AssertBothOrders((High, 0), (Low, 1), paper =>
        {
            Assert.Equal((High.Title, High.Abstract), (paper.Title, paper.Abstract));
            Assert.Equal((High.Authors, High.Categories), (paper.Authors, paper.Categories));
            Assert.Equal((High.PublishedAt, High.UpdatedAt), (paper.PublishedAt, paper.UpdatedAt));
            Assert.Equal(High.Urls, paper.Urls);
            Assert.Equal((Low.Upvotes, Low.ListedAt), (paper.Upvotes, paper.ListedAt));
        });

    [Fact]
    public void EqualAuthority_TheLaterObservationWins()
        => AssertBothOrders((High, 0), (Low with { Authority = High.Authority }, 1), paper => Assert.Equal((Low.Title, Low.Authors), (paper.Title, paper.Authors)));

    [Fact]
    public void EqualAuthorityAndTime_TheListingLaterInTheAlphabetWins()
        => AssertBothOrders((High, 0), (Low with { Authority = High.Authority }, 0), paper => Assert.Equal((Low.Title, Low.Upvotes), (paper.Title, paper.Upvotes)));

    [Fact]
    public void HigherVersion_WinsContentAlsoAgainstALaterObservation_ButNotWhatIsOfNoVersion()
        => AssertBothOrders(
            (High with { Version = 2 }, 0),
            (Low with { Version = 1, Authority = High.Authority }, 1),
            paper =>
            {
                Assert.Equal((High.Title, High.Abstract, 2), (paper.Title, paper.Abstract, paper.Version));
                Assert.Equal((High.Authors, High.Categories, High.UpdatedAt), (paper.Authors, paper.Categories, paper.UpdatedAt));
                Assert.Equal((Low.PublishedAt, Low.Upvotes), (paper.PublishedAt, paper.Upvotes));
                Assert.Equal(Low.Urls, paper.Urls);
            });

    [Fact]
    public void VersionOfLowerAuthority_DoesNotOutrankTheRecord()
        => AssertBothOrders((High with { Version = 1 }, 0), (Low with { Version = 7 }, 1), paper => Assert.Equal((High.Title, 1), (paper.Title, paper.Version)));

    [Fact]
    public void VersionNotGiven_CountsAsTheLowest()
        => AssertBothOrders((High with { Version = 1 }, 0), (Low with { Authority = High.Authority }, 1), paper => Assert.Equal((High.Title, 1), (paper.Title, paper.Version)));

    [Fact]
    public void OfTwoEntriesOfOneListing_TheOneWithTheSurerKeyWins_InBothOrders()
    {
        var surer = High with { Id = "arxiv:2601.00001", Aliases = ["arxiv:2601.00001", "doi:10.1000/x"] };
        var other = Low with { Id = "doi:10.1000/x", Aliases = ["doi:10.1000/x"], Authority = surer.Authority };
        var observation = Some.Observation("a");

        foreach (var order in new[] { new[] { surer, other }, [other, surer] })
        {
            var once = order.Aggregate((EnrichedPaper?)null, (paper, entry) => PaperMerge.Apply(paper, entry, observation))!;
            Assert.Equal((High.Title, High.Upvotes, "high"), (once.Title, once.Upvotes, Assert.Single(once.Categories)));
            Assert.Same(once, order.Aggregate(once, (paper, entry) => PaperMerge.Apply(paper, entry, observation)));
        }
    }

    [Fact]
    public void EntryReadAgain_ReplacesWhatItSaid_AndLeavesTheOtherEntry()
    {
        var surer = Low with { Id = "arxiv:2601.00001", Aliases = ["arxiv:2601.00001", "doi:10.1000/x"], Urls = Urls("https://example.org/low") };
        var other = surer with { Id = "doi:10.1000/x", Aliases = ["doi:10.1000/x"], Title = "Other", Upvotes = null, Version = 3 };
        var observation = Some.Observation("a");
        var stored = PaperMerge.Apply(PaperMerge.Apply(null, surer, observation), other with { Authors = [] }, observation);

        var again = PaperMerge.Apply(stored, surer with { Authors = ["Better read"] }, observation);

        Assert.Equal(("Other", 3, "Better read"), (again.Title, again.Version, Assert.Single(again.Authors)));
    }

    [Fact]
    public void EmptyValue_NeverBeatsAGivenOne()
        => AssertBothOrders((Low, 0), (Some.Paper("High title", " ") with { Authority = SourceAuthority.Record }, 1), paper =>
        {
            Assert.Equal(("High title", Low.Abstract), (paper.Title, paper.Abstract));
            Assert.Equal((Low.Authors, Low.Categories, Low.PublishedAt, Low.Upvotes), (paper.Authors, paper.Categories, paper.PublishedAt, paper.Upvotes));
            Assert.Equal(Low.Urls, paper.Urls);
        });

    [Fact]
    public void AiSummary_NeverBeatsAnAuthorsAbstract()
        => AssertBothOrders(
            (Low, 0),
            (High with { AbstractSource = AbstractSource.AiSummary }, 1),
            paper => Assert.Equal((High.Title, Low.Abstract, AbstractSource.Listing), (paper.Title, paper.Abstract, paper.AbstractSource)));

    [Fact]
    public void Addresses_AreFieldsOfTheirOwn()
        => AssertBothOrders(
            (High, 0),
            (Low with { Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = "https://example.org/low", ["code"] = "https://example.org/code" } }, 1),
            paper => Assert.Equal([new("abs", "https://example.org/high"), new("code", "https://example.org/code")], paper.Urls));

    [Fact]
    public void Provenance_NamesTheObservationOfEveryField_SurestFirst()
        => AssertBothOrders((High with { Version = 3 }, 0), (Low, 1), paper =>
        {
            Assert.Equal(
                [Origin("a", SourceAuthority.Record, 0) with { Version = 3 }, Origin("b", SourceAuthority.Index, 1)],
                paper.Provenance.Select(group => group.Origin));
            Assert.Equal(
                ["abstract", "active", "authors", "categories", "publishedAt", "title", "updatedAt", "urls.abs", "version"],
                paper.Provenance[0].Fields);
            Assert.Equal(["active", "listedAt", "upvotes"], paper.Provenance[1].Fields);
        });

    [Fact]
    public void ReadAgain_TheSameListingReplacesWhatItSaid_FieldByField()
    {
        var stored = PaperMerge.Apply(null, High, Some.Observation("a"));

        var merged = PaperMerge.Apply(
            stored, Low with { Authors = [], Authority = SourceAuthority.Capture }, Some.Observation("a"));

        Assert.Equal((Low.Title, Low.Abstract, Low.Upvotes), (merged.Title, merged.Abstract, merged.Upvotes));
        Assert.Equal(High.Authors, merged.Authors);
        Assert.Equal(("a", 1), (merged.ContentListingId, merged.Sightings.Count));
    }

    [Fact]
    public void ReadAgain_AListingDoesNotReplaceWhatAnotherSaid()
    {
        var stored = PaperMerge.Apply(PaperMerge.Apply(null, Low, Some.Observation("a")), High, Some.Observation("b"));

        Assert.Equal("High title", PaperMerge.Apply(stored, Low with { Title = "Better" }, Some.Observation("a")).Title);
    }

    [Fact]
    public void PaperStoredBeforeOriginsWereKept_CountsAsSaidByAnIndexWhenItWasObserved()
    {
        var former = PaperMerge.Apply(null, Low, Some.Observation("a", 5)) with { Provenance = [] };

        Assert.Equal("High title", PaperMerge.Apply(former, High, Some.Observation("b")).Title);
        Assert.Equal("Low title", PaperMerge.Apply(former, High with { Authority = SourceAuthority.Index }, Some.Observation("b", 4)).Title);
        Assert.Equal("High title", PaperMerge.Apply(former, High with { Authority = SourceAuthority.Index }, Some.Observation("b", 6)).Title);
        Assert.Equal(
            [Origin("a", SourceAuthority.Index, 5)],
            PaperMerge.Apply(former, Low, Some.Observation("a", 5)).Provenance.Select(group => group.Origin));
    }

    private static void AssertBothOrders((ParsedPaper Listed, int Minutes) a, (ParsedPaper Listed, int Minutes) b, Action<EnrichedPaper> assert)
    {
        var (first, second) = (Some.Observation("a", a.Minutes), Some.Observation("b", b.Minutes));
        assert(PaperMerge.Apply(PaperMerge.Apply(null, a.Listed, first), b.Listed, second));
        assert(PaperMerge.Apply(PaperMerge.Apply(null, b.Listed, second), a.Listed, first));
    }

    private static FieldOrigin Origin(string listing, SourceAuthority authority, int minutes) => new()
    {
        Authority = authority,
        ObservedAt = Some.Noon.AddMinutes(minutes),
        ListingId = listing,
        Entry = High.Id,
        SourceId = $"source-of-{listing}",
    };

    private static SortedDictionary<string, string> Urls(string abs) => new(StringComparer.Ordinal) { ["abs"] = abs };
}
