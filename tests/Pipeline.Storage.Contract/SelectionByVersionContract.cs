using Pipeline.BuildingBlocks.Reprocessing;

namespace Pipeline.Storage.Contract;

/// <summary>A selection tells papers by the version of the stage that did them, and those that none did.</summary>
public abstract class SelectionByVersionContract : SelectionSteps
{
    [Fact]
    public async Task Find_ByVersion_TellsMadeByAndOtherThan()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(4));
        await SaveAsync(Some.Claims(papers[0], Some.Version(version: "1")));
        await SaveAsync(Some.Claims(papers[1], Some.Version(version: "2")));
        await SaveAsync(Some.Claims(papers[2], Some.Version("other", "1")));

        await AssertFindsAsync(ByClaims with { MadeBy = [Some.Version(version: "1"), Some.Version("other", "1")] }, 1, 3);
        await AssertFindsAsync(ByClaims with { OtherThan = Some.Version(version: "2") }, 1, 3, 4);
        await AssertFindsAsync(ByTopics with { MadeBy = [Some.Version(version: "1")] });
    }

    [Fact]
    public async Task Find_ByVersionOfTopics_TellsTaxonomiesApart()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        await SaveAsync(Some.Topics(papers[0], Some.Version("terms")));
        await SaveAsync(Some.Topics(papers[1], Some.Version("terms") with { Taxonomy = "arxiv/1" }));
        await SaveAsync(Some.Topics(papers[2], Some.Version("terms") with { Taxonomy = "arxiv/2" }));

        await AssertFindsAsync(ByTopics with { MadeBy = [Some.Version("terms")] }, 1);
        await AssertFindsAsync(ByTopics with { OtherThan = Some.Version("terms") with { Taxonomy = "arxiv/2" } }, 1, 2);
    }

    [Fact]
    public async Task Find_Lacking_FindsPapersWithoutTheStageAtTheirRevision()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(4));
        await SaveAsync(Some.Claims(papers[0]));
        await SaveAsync(Some.Claims(papers[1]));
        await SaveAsync(Some.Topics(papers[1]));
        await SaveAsync(Some.Topics(papers[2]));
        await SaveAsync(Some.Claims(papers[3]));
        await GivenOneAsync(Some.Paper(4, title: "Another title"), Some.Observation("b", minutes: 10));

        await AssertFindsAsync(ByClaims with { Lacking = true }, 3, 4);
        await AssertFindsAsync(ByTopics with { Lacking = true }, 1, 4);
    }

    [Fact]
    public async Task ListVersions_CountsTheVersionsOfAStage()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(4));
        await SaveAsync(Some.Claims(papers[0], Some.Version(version: "2")));
        await SaveAsync(Some.Claims(papers[1], Some.Version(version: "2")));
        await SaveAsync(Some.Claims(papers[2], Some.Version(version: "1")));
        await SaveAsync(Some.Topics(papers[0]));

        Assert.Equal(
            [new(Some.Version(version: "1"), 1), new(Some.Version(version: "2"), 2)],
            await Reprocessing.ListVersionsAsync(EnrichmentStage.Claims, Token));
        Assert.Equal(
            [new(Some.Version("terms") with { Taxonomy = "arxiv/1" }, 1)], await Reprocessing.ListVersionsAsync(EnrichmentStage.Topics, Token));
    }

    [Fact]
    public async Task ReadStamps_TellsByWhichVersionEachPaperWasDone()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(3));
        await SaveAsync(Some.Topics(papers[0]));
        await SaveAsync(Some.Topics(papers[1]));
        var moved = await GivenOneAsync(Some.Paper(2, title: "Another title"), Some.Observation("b", minutes: 10));
        var version = Some.Version("terms") with { Taxonomy = "arxiv/1" };

        var stamps = await Reprocessing.ReadStampsAsync(EnrichmentStage.Topics, [Key(3), Key(1), Key(2), Key(9)], Token);

        Assert.Equal(
            [
                new(Key(1), papers[0].Revision, papers[0].Revision, version),
                new(Key(2), moved.Revision, papers[1].Revision, version),
                new(Key(3), papers[2].Revision, null, null),
            ],
            stamps.OrderBy(stamp => stamp.PaperId, StringComparer.Ordinal));
        Assert.Equal([version, null, null], stamps.OrderBy(stamp => stamp.PaperId, StringComparer.Ordinal).Select(stamp => stamp.Current));
    }
}
