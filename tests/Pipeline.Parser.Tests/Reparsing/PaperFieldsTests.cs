using Pipeline.BuildingBlocks.Papers;
using Pipeline.Parser.Reparsing;

namespace Pipeline.Parser.Tests.Reparsing;

public sealed class PaperFieldsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly EnrichedPaper Paper = PaperMerge.Apply(
        null,
        new() { Id = "arxiv:2409.90001", Aliases = ["arxiv:2409.90001"], Title = "A title", Abstract = Some(0), Authors = ["A", "B"], Rank = 3 },
        new("listing", "inbox", Noon));

    [Fact]
    public void Paper_ThatIsTheSame_HasNoChangedField()
        => Assert.Empty(PaperFields.Between(Paper, Paper with { Sequence = 9, Pending = false, Enriched = Completed }, "listing"));

    [Fact]
    public void Fields_ComeTitleAndAbstractFirst_ThenByName()
    {
        var after = Paper with { Authors = ["A"], Upvotes = 2, Abstract = "x", Title = "y", Aliases = [.. Paper.Aliases, "doi:10.1/x"] };

        Assert.Equal(["title", "abstract", "aliases", "authors", "upvotes"], PaperFields.Between(Paper, after, "listing").Select(field => field.Name));
    }

    [Fact]
    public void Values_AreShownAsPeopleWriteThem()
    {
        var after = Paper with
        {
            Authors = [],
            Upvotes = 7,
            PublishedAt = Noon,
            AbstractSource = AbstractSource.AiSummary,
            Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["pdf"] = "https://example.org/p" },
        };

        Assert.Equal(
            [
                new("abstractSource", "listing", "ai-summary"),
                new("authors", "A; B", null),
                new("publishedAt", null, "2026-01-15T12:00:00+00:00"),
                new("upvotes", null, "7"),
                new("urls", null, """{"pdf":"https://example.org/p"}"""),
            ],
            PaperFields.Between(Paper, after, "listing"));
    }

    [Fact]
    public void Addresses_InAnotherOrder_AreTheSame()
    {
        var one = Paper with { Urls = new Dictionary<string, string> { ["b"] = "1", ["a"] = "2" } };
        var other = Paper with { Urls = new Dictionary<string, string> { ["a"] = "2", ["b"] = "1" } };

        Assert.Empty(PaperFields.Between(one, other, "listing"));
    }

    [Fact]
    public void LongText_IsShortenedToWhereItDiffers()
    {
        var after = Paper with { Abstract = Some(1) };

        var field = Assert.Single(PaperFields.Between(Paper, after, "listing"));

        Assert.StartsWith("…le. This is variant 0 of the study", field.Before, StringComparison.Ordinal);
        Assert.StartsWith("…le. This is variant 1 of the study", field.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_InAnotherListing_IsNotCompared()
    {
        var after = Paper with { Sightings = [Paper.Sightings[0] with { Rank = 4, Upvotes = 11 }] };

        Assert.Equal([new("place", "3", "4, 11 votes")], PaperFields.Between(Paper, after, "listing"));
        Assert.Empty(PaperFields.Between(Paper, after, "another"));
    }

    private static Completion Completed => new() { Revision = "r", ClaimsVersion = "c", TopicsVersion = "t", By = "claims", At = Noon };

    private static string Some(int variant) => Support.Some.Abstract + $" This is variant {variant} of the study, and a tail that goes on for a while and is the same in both of them.";
}
