using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Papers that a source says are gone.</summary>
public abstract class WithdrawalContract : StoreContract
{
    [Fact]
    public async Task Withdraw_OfKnownAndUnknownKeys_MarksTheKnownOnesByAnyAlias()
    {
        await GivenAsync(Some.Observation("a"), Some.Paper(1), Some.Paper(2, aliases: ["doi:10.1/x"]), Some.Paper(3));

        var outcomes = await WithdrawAsync("b", 1, "arxiv:2603.00001", "arxiv:9999.99999", "doi:10.1/x");

        Assert.Equal(["arxiv:2603.00001", "arxiv:2603.00002"], outcomes.Select(outcome => outcome.PaperId));
        Assert.All(outcomes, outcome => Assert.Equal((true, PaperChange.Unchanged, true), (outcome.Withdrawn, outcome.Change, outcome.Pending)));
        Assert.Equal(
            [PaperState.Withdrawn, PaperState.Withdrawn, PaperState.Active],
            [(await GetAsync("arxiv:2603.00001")).State, (await GetAsync("doi:10.1/x")).State, (await GetAsync("arxiv:2603.00003")).State]);
        Assert.Equal(3, (await Papers.SummariseAsync(null, Token)).Papers);
    }

    [Fact]
    public async Task Withdraw_Repeated_SaysTheSameAndChangesNothing()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation("a"));
        var first = await WithdrawAsync("b", 1, "arxiv:2603.00001");
        var before = Canonical.Json(await GetAsync("arxiv:2603.00001"));

        Assert.Equal(first, await WithdrawAsync("b", 1, "arxiv:2603.00001"));
        Assert.Equal(before, Canonical.Json(await GetAsync("arxiv:2603.00001")));
    }

    [Fact]
    public async Task Withdraw_OfAPaperThatAnotherListingWithdrew_IsNotThisListingsDoing()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation("a"));
        await WithdrawAsync("b", 1, "arxiv:2603.00001");

        Assert.False(Assert.Single(await WithdrawAsync("c", 2, "arxiv:2603.00001")).Withdrawn);
    }

    [Fact]
    public async Task Withdraw_OfNothing_GivesNoOutcomes() => Assert.Empty(await WithdrawAsync("a", 0));

    [Fact]
    public async Task Upsert_OfAPaperListedAsWithdrawn_WithdrawsIt_AndALaterRecordBringsItBack()
    {
        await GivenOneAsync(Some.Paper(1), Some.Observation("a"));

        var withdrawn = await GivenOneAsync(Some.Paper(1) with { State = PaperState.Withdrawn }, Some.Observation("b", minutes: 1));
        var back = await GivenOneAsync(Some.Paper(1) with { Authority = SourceAuthority.Record }, Some.Observation("c", minutes: 2));

        Assert.Equal((true, false), (withdrawn.Withdrawn, back.Withdrawn));
        Assert.Equal(PaperState.Active, (await GetAsync("arxiv:2603.00001")).State);
    }

    [Fact]
    public async Task WithdrawnPaper_IsStillEnriched()
    {
        var paper = await GivenOneAsync(Some.Paper(1), Some.Observation("a"));
        await WithdrawAsync("b", 1, paper.PaperId);

        await SaveAsync(Some.Claims(paper));
        await SaveAsync(Some.Topics(paper));

        Assert.Equal((PaperState.Withdrawn, false), ((await GetAsync(paper.PaperId)).State, (await GetAsync(paper.PaperId)).Pending));
    }

    private Task<IReadOnlyList<UpsertOutcome>> WithdrawAsync(string listingId, int minutes, params string[] keys)
        => Papers.WithdrawAsync(Some.Observation(listingId, minutes), SourceAuthority.Record, keys, Token);
}
