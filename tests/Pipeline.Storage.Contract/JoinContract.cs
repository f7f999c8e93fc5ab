using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers stored apart that turn out to be one, and papers that get a better key.</summary>
public abstract class JoinContract : StoreContract
{
    private const string Arxiv = "arxiv:2603.00001";
    private const string Doi = "doi:10.1/x";
    private const string Title = "title:abc";

    [Fact]
    public async Task Upsert_WithABetterKey_MovesThePaperAndKeepsEverything()
    {
        var before = await GivenOneAsync(Paper(Title), Some.Observation("a"));

        var after = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 5));

        Assert.Equal((Arxiv, PaperChange.Unchanged, before.Revision, true), (after.PaperId, after.Change, after.Revision, after.Pending));
        Assert.Equal([Title], after.Joined);
        var paper = await GetAsync(Title);
        Assert.Equal(Canonical.Json(paper), Canonical.Json(await GetAsync(Arxiv)));
        Assert.Equal([Arxiv, Title], paper.Aliases);
        Assert.Equal(["a", "b"], paper.Sightings.Select(sighting => sighting.ListingId));
        Assert.Equal(("a", Some.Time()), (paper.FirstListingId, paper.FirstSeenAt));
        await AssertStoredAsync(1, Arxiv);
    }

    [Fact]
    public async Task Upsert_ThatConnectsThreePapers_LeavesOneWithEverythingOfAll()
    {
        await GivenOneAsync(Paper(Title) with { Upvotes = 7 }, Some.Observation("a"));
        await GivenOneAsync(Paper(Doi) with { Categories = ["math.CO"] }, Some.Observation("b", minutes: 1));
        await GivenOneAsync(Paper(Arxiv) with { Upvotes = null, Categories = [] }, Some.Observation("c", minutes: 2));
        Assert.Equal(3, (await Papers.SummariseAsync(null, Token)).Papers);

        var outcome = await GivenOneAsync(Paper(Arxiv, Doi, Title) with { Upvotes = null, Categories = [] }, Some.Observation("d", minutes: 3));

        Assert.Equal([Doi, Title], outcome.Joined);
        await AssertStoredAsync(1, Arxiv);
        foreach (var key in new[] { Arxiv, Doi, Title })
        {
            var paper = await GetAsync(key);
            Assert.Equal((Arxiv, 3, "a"), (paper.Id, paper.Upvotes, paper.FirstListingId));
            Assert.Equal(["math.CO"], paper.Categories);
            Assert.Equal(["a", "b", "c", "d"], paper.Sightings.Select(sighting => sighting.ListingId));
        }

        foreach (var listing in new[] { "a", "b", "c", "d" })
        {
            Assert.Equal([Arxiv], await QueryAsync(new() { ListingId = listing, Order = PaperOrder.Rank }));
            Assert.Equal(1, await Papers.CountPendingAsync(listing, Token));
        }
    }

    [Fact]
    public async Task Upsert_ThatJoined_SaysSoAgainWhenRepeated_AndChangesNothing()
    {
        await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await GivenOneAsync(Paper(Doi), Some.Observation("b", minutes: 1));
        var first = await GivenOneAsync(Paper(Doi, Title), Some.Observation("c", minutes: 2));
        var before = Canonical.Json(await GetAsync(Doi));

        var second = await GivenOneAsync(Paper(Doi, Title), Some.Observation("c", minutes: 2));

        Assert.Equal(first, second);
        Assert.Equal([Title], second.Joined);
        Assert.Equal(before, Canonical.Json(await GetAsync(Doi)));
        Assert.Empty((await GivenOneAsync(Paper(Doi, Title), Some.Observation("d", minutes: 3))).Joined);
    }

    [Fact]
    public async Task Upsert_OfTwoListedPapersThatTheirKeysConnect_GivesBothTheSameOutcome()
    {
        var outcomes = await GivenAsync(Some.Observation(), Paper(Title), Paper(Arxiv, Title), Paper(Title));

        Assert.All(outcomes, outcome => Assert.Equal(outcomes[0], outcome));
        Assert.Equal((Arxiv, PaperChange.New), (outcomes[0].PaperId, outcomes[0].Change));
        await AssertStoredAsync(1, Arxiv);
    }

    [Fact]
    public async Task Upsert_ThatJoinsPapersWhoseSectionsStand_KeepsThemAndNothingWaits()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await SaveAsync(Some.Claims(known));
        var completed = (await SaveAsync(Some.Topics(known, topics: ["cs.LG"]))).Completed;
        await GivenOneAsync(Paper(Arxiv), Some.Observation("b", minutes: 1));

        var joined = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("c", minutes: 2));

        Assert.Equal((Arxiv, known.Revision, false), (joined.PaperId, joined.Revision, joined.Pending));
        var paper = await GetAsync(Arxiv);
        Assert.Equal(completed, paper.Enriched);
        Assert.Equal(Canonical.Json(Some.Claims(known).Section), Canonical.Json(paper.Claims));
        Assert.Equal(["cs.LG"], paper.Topics!.Analysis.Topics.Select(topic => topic.Id));
        Assert.Equal(0, await Papers.CountPendingAsync(null, Token));
        Assert.Empty(await Papers.TakePendingAsync(Some.Time(1000), TimeSpan.FromMinutes(1), 10, Token));
        Assert.Equal([Arxiv], await QueryAsync(new() { Topics = [["cs.LG"]] }));
        Assert.Equal([Arxiv], await QueryAsync(new() { Text = "benchmark" }));
        Assert.Equal([Arxiv, Arxiv], (await SearchAsync(new() { Type = ClaimType.Result })).Select(hit => hit.PaperId));
    }

    [Fact]
    public async Task Upsert_ThatGivesAnEnrichedPaperABetterKey_KeepsItsSections()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await SaveAsync(Some.Claims(known));
        await SaveAsync(Some.Topics(known));

        var moved = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1));

        Assert.False(moved.Pending);
        Assert.NotNull((await GetAsync(Arxiv)).Claims?.Analysis);
    }

    [Fact]
    public async Task Upsert_ThatChangesTheTextWithTheKey_LeavesThePaperWaiting()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await SaveAsync(Some.Claims(known));
        await SaveAsync(Some.Topics(known));

        var moved = await GivenOneAsync(Paper(Arxiv, Title) with { Abstract = "Another text. It has two sentences." }, Some.Observation("b", minutes: 1));

        Assert.Equal((PaperChange.Changed, true), (moved.Change, moved.Pending));
        var taken = Assert.Single(await Papers.TakePendingAsync(Some.Time(1000), TimeSpan.FromMinutes(1), 10, Token));
        Assert.Equal((Arxiv, moved.Revision, true, true), (taken.PaperId, taken.Revision, taken.NeedsClaims, taken.NeedsTopics));
    }

    [Fact]
    public async Task Section_OnItsWayToAFormerKey_IsSuperseded_AndThePaperStillWaits()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        var moved = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1));

        Assert.Equal(SectionState.Superseded, (await SaveAsync(Some.Claims(known))).State);
        Assert.Equal(1, await Papers.CountPendingAsync(null, Token));

        Assert.Equal(SectionState.Saved, (await SaveAsync(Some.Claims(moved))).State);
        Assert.Equal("topics", (await SaveAsync(Some.Topics(moved))).Completed?.By);
        Assert.Equal(0, await Papers.CountPendingAsync(null, Token));
    }

    [Fact]
    public async Task Upsert_OfPapersThatContradictEachOther_NeverJoinsThem()
    {
        await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("a"));
        var other = await GivenOneAsync(Paper("arxiv:2603.00002", Title), Some.Observation("b", minutes: 1));

        var titleOnly = await GivenOneAsync(Paper(Title), Some.Observation("c", minutes: 2));
        var again = await GivenOneAsync(Paper(Title), Some.Observation("d", minutes: 3));

        Assert.Equal("arxiv:2603.00002", other.PaperId);
        Assert.Equal((Arxiv, Arxiv), (titleOnly.PaperId, again.PaperId));
        await AssertStoredAsync(2, Arxiv, "arxiv:2603.00002");
    }

    [Fact]
    public async Task BareTitleThatSeveralPapersHave_LeadsToTheSmallestKey_WhicheverCameFirst()
    {
        await GivenOneAsync(Paper("arxiv:2603.00002", Title), Some.Observation("a"));
        await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1));

        Assert.Equal(Arxiv, (await GetAsync(Title)).Id);
        Assert.Equal(Arxiv, (await GivenOneAsync(Paper(Title), Some.Observation("c", minutes: 2))).PaperId);
        await AssertStoredAsync(2, Arxiv, "arxiv:2603.00002");
    }

    [Fact]
    public async Task TitleOfAPaperThatWasFirst_LeadsToAnotherThatMayBeTheListedOne()
    {
        await GivenOneAsync(Paper("doi:10.1/a", Title), Some.Observation("a"));
        await GivenOneAsync(Paper(Arxiv, "doi:10.1/b", Title), Some.Observation("b", minutes: 1));

        var listed = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("c", minutes: 2));
        var other = await GivenOneAsync(Paper("doi:10.1/b", Title), Some.Observation("d", minutes: 3));

        Assert.Equal((Arxiv, Arxiv), (listed.PaperId, other.PaperId));
        await AssertStoredAsync(2, Arxiv, "doi:10.1/a");
    }

    [Fact]
    public async Task Upsert_ThatMovesACompletePaper_GivesItsCompletionToAnnounceUnderTheNewKey_AgainWhenRepeated()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await SaveAsync(Some.Claims(known));
        var completed = (await SaveAsync(Some.Topics(known))).Completed;
        Assert.NotNull(completed);

        var moved = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1));

        Assert.Equal(completed, moved.Moved);
        Assert.Equal(completed, (await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1))).Moved);
        Assert.Null((await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("c", minutes: 2))).Moved);
    }

    [Fact]
    public async Task Upsert_ThatMovesAPaperOfWhichAStageIsMissing_GivesNoCompletion()
    {
        var known = await GivenOneAsync(Paper(Title), Some.Observation("a"));
        await SaveAsync(Some.Claims(known));

        Assert.Null((await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("b", minutes: 1))).Moved);
    }

    [Fact]
    public async Task Upsert_ThatJoinsTwoCompletePapersOfDifferentTexts_KeepsTheSectionsOfTheTextThatStands_AndNothingOfTheOther()
    {
        var old = await GivenOneAsync(Paper(Arxiv) with { Abstract = "An older text. It has two sentences." }, Some.Observation("a"));
        await SaveAsync(Some.Claims(old));
        await SaveAsync(Some.Topics(old, topics: ["cs.CV"]));
        var current = await GivenOneAsync(Paper(Title) with { Authority = SourceAuthority.Record }, Some.Observation("b", minutes: 1));
        await SaveAsync(Some.Claims(current, minutes: 8));
        var completed = (await SaveAsync(Some.Topics(current, minutes: 9, topics: ["cs.LG"]))).Completed;

        var joined = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("c", minutes: 2));

        Assert.Equal((Arxiv, current.Revision, false, completed), (joined.PaperId, joined.Revision, joined.Pending, joined.Moved));
        var paper = await GetAsync(Arxiv);
        Assert.Equal((current.Revision, current.Revision, completed), (paper.Claims?.Revision, paper.Topics?.Revision, paper.Enriched));
        Assert.Empty(await QueryAsync(new() { Topics = [["cs.CV"]] }));
        Assert.Empty(await QueryAsync(new() { Text = "older" }));
        Assert.Equal([Arxiv], await QueryAsync(new() { Topics = [["cs.LG"]] }));
    }

    [Fact]
    public async Task Upsert_ThatJoinsAPaperOfAnOldTextIntoOneHalfDone_LeavesNoSectionOfTheOldText()
    {
        var old = await GivenOneAsync(Paper(Arxiv) with { Abstract = "An older text. It has two sentences." }, Some.Observation("a"));
        await SaveAsync(Some.Claims(old));
        await SaveAsync(Some.Topics(old, topics: ["cs.CV"]));
        var current = await GivenOneAsync(Paper(Title) with { Authority = SourceAuthority.Record }, Some.Observation("b", minutes: 1));
        await SaveAsync(Some.Claims(current));

        var joined = await GivenOneAsync(Paper(Arxiv, Title), Some.Observation("c", minutes: 2));

        Assert.True(joined.Pending);
        var paper = await GetAsync(Arxiv);
        Assert.Equal(current.Revision, paper.Claims?.Revision);
        Assert.Null(paper.Topics);
        Assert.Null(paper.Enriched);
        Assert.Empty(await QueryAsync(new() { Topics = [["cs.CV"]] }));
    }

    [Fact]
    public async Task ListingWhoseSightingWasDropped_ListsThePaperNoMore_AlsoAfterAJoin()
    {
        for (var i = 0; i <= PaperMerge.MaxSightings; i++)
        {
            await GivenOneAsync(Paper(Arxiv), Some.Observation($"a{i}", minutes: i));
        }

        Assert.Empty(await QueryAsync(new() { ListingId = "a0", Order = PaperOrder.Rank }));
        await GivenOneAsync(Paper(Doi), Some.Observation("b", minutes: 500));
        await GivenOneAsync(Paper(Arxiv, Doi), Some.Observation("c", minutes: 501));

        Assert.Equal(PaperMerge.MaxSightings, (await GetAsync(Arxiv)).Sightings.Count);
        Assert.Empty(await QueryAsync(new() { ListingId = "a1", Order = PaperOrder.Rank }));
        Assert.Equal([Arxiv], await QueryAsync(new() { ListingId = "a3", Order = PaperOrder.Rank }));
    }

    [Fact]
    public async Task TwoEntriesOfOneListingThatAreOnePaper_GiveTheSameWhenReadAgain()
    {
        var entries = new[]
        {
            Paper(Arxiv, Title) with { Categories = ["first"], Abstract = "The first text. It has two sentences." },
            Paper(Doi, Title) with { Categories = ["second"], Rank = 2 },
        };
        await GivenAsync(Some.Observation("a"), entries);
        var stored = Canonical.Json(await GetAsync(Arxiv));

        await GivenAsync(Some.Observation("a"), entries[..1]);
        Assert.Equal(stored, Canonical.Json(await GetAsync(Arxiv)));
        await GivenAsync(Some.Observation("a"), entries[1..]);
        Assert.Equal(stored, Canonical.Json(await GetAsync(Arxiv)));
        Assert.Equal(["first"], (await GetAsync(Doi)).Categories);
    }

    private async Task AssertStoredAsync(int papers, params string[] ids)
    {
        Assert.Equal(papers, (await Papers.SummariseAsync(null, Token)).Papers);
        Assert.Equal(ids, (await QueryAsync(new())).Order(StringComparer.Ordinal));
    }

    private static ParsedPaper Paper(params string[] aliases)
        => Some.Paper(aliases[0], "A title that all share") with { Aliases = aliases, Authority = SourceAuthority.Index };
}
