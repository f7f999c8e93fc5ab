using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers of a listing are merged into what is stored.</summary>
public abstract class PaperUpsertContract : StoreContract
{
    [Fact]
    public async Task Upsert_OfAnUnknownPaper_StoresItAndSaysNew()
    {
        var listed = Some.Paper(1);

        var outcome = await GivenOneAsync(listed, Some.Observation());

        var revision = PaperText.Revision(listed.Title, listed.Abstract);
        Assert.Equal(new(listed.Id, PaperChange.New, revision, listed.Title, listed.Abstract, Pending: true), outcome);
        Assert.Equal(Canonical.Json(PaperMerge.Apply(null, listed, Some.Observation())), Canonical.Json(await GetAsync(listed.Id)));
    }

    [Fact]
    public async Task Upsert_OfNothing_GivesNoOutcomes()
        => Assert.Empty(await GivenAsync(Some.Observation(), []));

    [Fact]
    public async Task Upsert_OfManyPapers_GivesOneOutcomeEachInTheOrderGiven()
    {
        var listed = Some.Papers(7).Reverse().ToList();

        var outcomes = await GivenAsync(Some.Observation(), listed);

        Assert.Equal(listed.Select(p => p.Id), outcomes.Select(o => o.PaperId));
    }

    [Fact]
    public async Task Upsert_Repeated_GivesTheSameOutcomesAndChangesNothing()
    {
        var first = await GivenAsync(Some.Observation(), Some.Papers(3));
        var before = Canonical.Json(await GetAsync(first[0].PaperId));

        var second = await GivenAsync(Some.Observation(), Some.Papers(3));

        Assert.Equal(first, second);
        Assert.Equal(before, Canonical.Json(await GetAsync(first[0].PaperId)));
    }

    [Fact]
    public async Task Upsert_OfTheSamePaperTwiceInOneCall_StoresItOnceAtItsFirstRank()
    {
        var outcomes = await GivenAsync(Some.Observation(), Some.Paper(1, rank: 4), Some.Paper(2, rank: 5), Some.Paper(1, rank: 6));

        Assert.Equal(outcomes[0], outcomes[2]);
        Assert.All(outcomes, o => Assert.Equal(PaperChange.New, o.Change));
        var sighting = Assert.Single((await GetAsync(outcomes[0].PaperId)).Sightings);
        Assert.Equal(4, sighting.Rank);
    }

    [Fact]
    public async Task Upsert_OfAKnownPaperInASecondListing_AddsASightingAndSaysUnchanged()
    {
        await GivenOneAsync(Some.Paper(1, rank: 1), Some.Observation("a", minutes: 0));

        var outcome = await GivenOneAsync(Some.Paper(1, rank: 9), Some.Observation("b", minutes: 10));

        Assert.Equal(PaperChange.Unchanged, outcome.Change);
        var paper = await GetAsync(outcome.PaperId);
        Assert.Equal([("a", 1), ("b", 9)], paper.Sightings.Select(s => (s.ListingId, s.Rank)));
        Assert.Equal(("a", "a"), (paper.FirstListingId, paper.ContentListingId));
    }

    [Fact]
    public async Task Upsert_OfChangedContent_SaysChangedAgainAndAgain()
    {
        var old = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        var changed = Some.Paper(1, @abstract: "A wholly new abstract.");

        var first = await GivenOneAsync(changed, Some.Observation("b", minutes: 10));
        var second = await GivenOneAsync(changed, Some.Observation("b", minutes: 10));

        Assert.Equal(PaperChange.Changed, first.Change);
        Assert.Equal(first, second);
        Assert.NotEqual(old.Revision, first.Revision);
        Assert.Equal("A wholly new abstract.", (await GetAsync(old.PaperId)).Abstract);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-100)]
    public async Task Upsert_OfAnObservationThatIsEarlier_LeavesTitleAndAbstract(int minutes)
    {
        var newer = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));

        var outcome = await GivenOneAsync(Some.Paper(1, title: "Another title"), Some.Observation("b", minutes));

        Assert.Equal(newer with { Change = PaperChange.Unchanged }, outcome);
        var paper = await GetAsync(newer.PaperId);
        Assert.Equal((newer.Title, newer.Revision, Some.Time()), (paper.Title, paper.Revision, paper.ObservedAt));
        Assert.Equal(2, paper.Sightings.Count);
    }

    [Fact]
    public async Task Upsert_FoundByAnAlias_KeepsTheStoredKeyAndLearnsTheNewOnes()
    {
        await GivenOneAsync(Some.Paper(1, aliases: ["doi:10.1/x"]), Some.Observation("a"));

        var outcome = await GivenOneAsync(
            Some.Paper("doi:10.1/x", "Paper number 1") with { Aliases = ["doi:10.1/x", "title:abc"] }, Some.Observation("b", minutes: 5));

        Assert.Equal("arxiv:2603.00001", outcome.PaperId);
        Assert.Equal(["arxiv:2603.00001", "doi:10.1/x", "title:abc"], (await GetAsync("title:abc")).Aliases);
        Assert.Equal(1, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    [Fact]
    public async Task Upsert_OfAnAliasThatAnotherPaperHas_LeavesTheAliasWithItsFirstOwner()
    {
        await GivenOneAsync(Some.Paper(1, aliases: ["title:same"]), Some.Observation("a"));
        await GivenOneAsync(Some.Paper(2), Some.Observation("a"));

        var outcome = await GivenOneAsync(Some.Paper(2, aliases: ["title:same"]), Some.Observation("b", minutes: 5));

        Assert.Equal("arxiv:2603.00002", outcome.PaperId);
        Assert.Equal("arxiv:2603.00001", (await GetAsync("title:same")).Id);
        Assert.Equal(2, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    [Fact]
    public async Task Upsert_OfTheSameTitleUnderAnotherArxivId_IsAnotherPaper()
    {
        await GivenOneAsync(Some.Paper(1, title: "Editorial", aliases: ["title:same"]), Some.Observation("a"));

        var outcome = await GivenOneAsync(Some.Paper(2, title: "Editorial", aliases: ["title:same"]), Some.Observation("b", minutes: 5));

        Assert.Equal(("arxiv:2603.00002", PaperChange.New), (outcome.PaperId, outcome.Change));
        Assert.Equal("arxiv:2603.00001", (await GetAsync("title:same")).Id);
    }

    [Fact]
    public async Task Find_ByAnUnknownKey_GivesNull()
        => Assert.Null(await Papers.FindAsync("arxiv:0000.00000", Token));

    [Fact]
    public async Task FindMany_ByKeysAndAliases_FindsWhatFindFinds()
    {
        await GivenOneAsync(Some.Paper(1, title: "Editorial", aliases: ["title:same"]), Some.Observation("a"));
        await GivenOneAsync(Some.Paper(2, title: "Editorial", aliases: ["title:same"]), Some.Observation("b", minutes: 5));

        var found = await Papers.FindManyAsync(["title:same", "arxiv:2603.00002", "arxiv:0000.00000", "arxiv:2603.00002"], Token);

        Assert.Equal(["arxiv:2603.00002", "title:same"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equivalent(await GetAsync("arxiv:2603.00002"), found["arxiv:2603.00002"], strict: true);
        Assert.Equal("arxiv:2603.00001", found["title:same"].Id);
        Assert.Empty(await Papers.FindManyAsync([], Token));
    }

    [Fact]
    public async Task Upsert_BackToContentWhoseSectionsStillStand_LeavesNothingPending()
    {
        var first = await GivenOneAsync(Some.Paper(1), Some.Observation("a", minutes: 0));
        await SaveAsync(Some.Claims(first));
        var completed = await SaveAsync(Some.Topics(first));
        Assert.True((await GivenOneAsync(Some.Paper(1, title: "Other"), Some.Observation("b", minutes: 10))).Pending);

        var back = await GivenOneAsync(Some.Paper(1), Some.Observation("c", minutes: 20));

        Assert.Equal(new(first.PaperId, PaperChange.Changed, first.Revision, first.Title, first.Abstract, Pending: false), back);
        Assert.Equal(0, await Papers.CountPendingAsync(null, Token));
        Assert.Empty(await Papers.TakePendingAsync(Some.Time(1000), TimeSpan.FromMinutes(1), 10, Token));
        Assert.Equal(completed, await SaveAsync(Some.Topics(first)));
    }

    [Theory]
    [InlineData("$set", "$where $title {\"$ne\": null} a.b.c 'quoted' \"doubly\" back\\slash")]
    [InlineData("tab\tand \u0001 control", "line\r\nbreaks \u000b and \u007f\u0085\u2028")]
    [InlineData("Emoji 🦀👩‍🔬", "Full width ＡＢＣ, Greek αβγ, 漢字, e\u0301 and é, \uFEFF and \uFFFD")]
    public async Task Upsert_OfAwkwardText_ReadsBackExactly(string title, string text)
    {
        var id = $"doi:10.1/$a.b\"'{title}";
        var listed = Some.Paper(id, title, text) with { Authors = [title, text], Categories = ["$cs.LG"], };

        var outcome = await GivenOneAsync(listed, Some.Observation($"$listing.{title}"));
        await SaveAsync(Some.Claims(outcome, Some.Version($"${title}", "$1.2")));
        await SaveAsync(Some.Topics(outcome, topics: ["$cs.LG", "a.b", title]));

        var paper = await GetAsync(id);
        Assert.Equal((title, text), (paper.Title, paper.Abstract));
        Assert.Equal([title, text], paper.Authors);
        Assert.Equal($"$listing.{title}", Assert.Single(paper.Sightings).ListingId);
        Assert.Equal(Canonical.Json(Some.Claims(outcome, Some.Version($"${title}", "$1.2")).Section), Canonical.Json(paper.Claims));
        Assert.Equal(["$cs.LG", "a.b", title], paper.Topics!.Analysis.Topics.Select(t => t.Id));
        Assert.False(paper.Pending);
    }
}
