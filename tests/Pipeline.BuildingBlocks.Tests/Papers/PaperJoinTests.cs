using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

/// <summary>Papers that turn out to be one, and papers that get a better key.</summary>
public sealed class PaperJoinTests
{
    private const string Arxiv = "arxiv:2601.00001";
    private const string Doi = "doi:10.1000/x";
    private const string Title = "title:0123456789abcdef01234567";

    [Fact]
    public void Apply_WithABetterKey_MovesThePaperAndKeepsTheFormerKey()
    {
        var stored = Stored("a", 0, Title);

        var merged = PaperMerge.Apply(stored, Listed(Arxiv, Title), Some.Observation("b", 1));

        Assert.Equal(Arxiv, merged.Id);
        Assert.Equal([Arxiv, Title], merged.Aliases);
        Assert.Equal([new() { FormerId = Title, ListingId = "b" }], merged.Joins);
        Assert.Equal(["a", "b"], merged.Sightings.Select(sighting => sighting.ListingId));
        Assert.Equal(("a", Some.Noon, stored.Sequence + 1), (merged.FirstListingId, merged.FirstSeenAt, merged.Sequence));
    }

    [Fact]
    public void Apply_ToTwoStoredPapers_LosesNothingOfEither()
    {
        var one = Stored("a", 0, listed => listed with { Authors = ["Ada"], Authority = SourceAuthority.Record }, Arxiv);
        var other = Stored("b", 1, listed => listed with { Categories = ["cs.LG"], Upvotes = 4 }, Doi);

        var merged = PaperMerge.Join([other, one], Listed(Arxiv, Doi), Some.Observation("c", 2));

        Assert.Equal((Arxiv, "Title of a"), (merged.Id, merged.Title));
        Assert.Equal([Arxiv, Doi], merged.Aliases);
        Assert.Equal(("Ada", "cs.LG", 4), (merged.Authors.Single(), merged.Categories.Single(), merged.Upvotes));
        Assert.Equal(["a", "b", "c"], merged.Sightings.Select(sighting => sighting.ListingId));
        Assert.Equal(("a", "a", Some.Noon), (merged.FirstListingId, merged.ContentListingId, merged.FirstSeenAt));
        Assert.Equal([new() { FormerId = Doi, ListingId = "c" }], merged.Joins);
    }

    [Fact]
    public void Apply_ToTwoStoredPapers_DoesNotDependOnTheirOrder()
    {
        var (one, other) = (Stored("a", 0, Arxiv), Stored("b", 1, Doi));

        var left = PaperMerge.Join([one, other], Listed(Arxiv, Doi), Some.Observation("c", 2));
        var right = PaperMerge.Join([other, one], Listed(Arxiv, Doi), Some.Observation("c", 2));

        Assert.Equivalent(left, right, strict: true);
    }

    [Fact]
    public void Joins_AreKeptAndRepeatedByTheSameListing()
    {
        var first = PaperMerge.Apply(Stored("a", 0, Title), Listed(Doi, Title), Some.Observation("b", 1));
        var second = PaperMerge.Apply(first, Listed(Arxiv, Doi), Some.Observation("c", 2));

        Assert.Equal([(Title, "b"), (Doi, "c")], second.Joins.Select(join => (join.FormerId, join.ListingId)));
        Assert.Equal([Title], UpsertOutcome.Of(second, Some.Observation("b", 1)).Joined);
        Assert.Equal([Doi], UpsertOutcome.Of(second, Some.Observation("c", 2)).Joined);
        Assert.Empty(UpsertOutcome.Of(second, Some.Observation("d", 3)).Joined);
        Assert.Same(second, PaperMerge.Apply(second, Listed(Arxiv, Doi), Some.Observation("c", 2)));
    }

    [Fact]
    public void Sections_OfTheRevisionThatStands_AreKeptWithTheirCompletion()
    {
        var one = Stored("a", 0, listed => listed with { Authority = SourceAuthority.Record }, Doi);
        var complete = one with
        {
            Claims = Some.ClaimsSection(one.Revision),
            Topics = Topics(one.Revision),
            Enriched = Some.Completion(one.Revision),
            Pending = false,
        };

        var merged = PaperMerge.Join([complete, Stored("b", 1, Arxiv)], Listed(Arxiv, Doi), Some.Observation("c", 2));

        Assert.Equal((Arxiv, one.Revision, false), (merged.Id, merged.Revision, merged.Pending));
        Assert.Equal((complete.Claims, complete.Topics, complete.Enriched), (merged.Claims, merged.Topics, merged.Enriched));
    }

    [Fact]
    public void Sections_OfAnotherRevision_LeaveThePaperPending()
    {
        var one = Stored("a", 0, Doi);
        var complete = one with { Claims = Some.ClaimsSection(one.Revision), Topics = Topics(one.Revision), Enriched = Some.Completion(one.Revision), Pending = false };

        Assert.True(PaperMerge.Join([complete, Stored("b", 1, Arxiv)], Listed(Arxiv, Doi), Some.Observation("c", 2)).Pending);
    }

    [Fact]
    public void Sections_HalfFromEach_AreNotMixed()
    {
        var same = new Func<ParsedPaper, ParsedPaper>(listed => listed with { Title = "Same", Abstract = "Same." });
        var one = Stored("a", 0, same, Arxiv);
        var other = Stored("b", 1, same, Doi);

        var merged = PaperMerge.Join(
            [one with { Claims = Some.ClaimsSection(one.Revision) }, other with { Topics = Topics(one.Revision) }],
            same(Listed(Arxiv, Doi)),
            Some.Observation("c", 2));

        Assert.Equal((true, true, false), (merged.Pending, merged.Claims is not null, merged.Topics is not null));
    }

    [Fact]
    public void Choose_PapersThatContradictEachOther_TakesTheOneWithTheSurerKey()
        => Assert.Equal(
            [$"{Doi} {Title}"],
            Choose($"{Doi} {Title}", $"doi:10.1000/other {Title}", $"{Doi} {Title}"));

    [Fact]
    public void Choose_ATitleThatSeveralPapersHave_TakesTheSmallestKey_WhateverTheOrder()
    {
        string[] stored = [$"arxiv:2601.00002 {Title}", $"{Arxiv} {Title}"];

        Assert.Equal([$"{Arxiv} {Title}"], Choose(Title, stored));
        Assert.Equal([$"{Arxiv} {Title}"], Choose(Title, [.. stored.Reverse()]));
    }

    [Fact]
    public void Choose_PapersThatOnlyTheListedOneConnects_TakesAll()
        => Assert.Equal([Arxiv, Doi, Title], Choose($"{Arxiv} {Doi} {Title}", Title, Doi, Arxiv));

    [Fact]
    public void Choose_OfNothing_IsNothing() => Assert.Empty(Choose(Arxiv));

    private static IEnumerable<string> Choose(string listed, params string[] stored)
        => SamePapers.Choose(listed.Split(' '), stored, keys => keys.Split(' '), keys => keys.Split(' ')[0]);

    private static ParsedPaper Listed(params string[] aliases) => Some.Paper("Title", "Abstract.") with { Id = aliases[0], Aliases = aliases, Authority = SourceAuthority.Capture };

    private static EnrichedPaper Stored(string listing, int minutes, params string[] aliases) => Stored(listing, minutes, listed => listed, aliases);

    private static EnrichedPaper Stored(string listing, int minutes, Func<ParsedPaper, ParsedPaper> with, params string[] aliases)
        => PaperMerge.Apply(
            null,
            with(Listed(aliases) with { Title = $"Title of {listing}", Abstract = $"Abstract of {listing}.", Authority = SourceAuthority.Index }),
            Some.Observation(listing, minutes));

    private static TopicsSection Topics(string revision) => new()
    {
        Revision = revision,
        Version = Some.Version(),
        At = Some.Noon,
        Analysis = new() { Abstained = true, Topics = [] },
    };
}
