using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>A query streams: it reads every paper once, can be left, and stands in nobody's way.</summary>
public abstract class QueryStreamContract : StoreContract
{
    [Fact]
    public async Task Query_OfMoreThanAPage_StreamsEveryPaperOnceAndWhole()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(350));
        await Papers.SaveClaimsAsync([.. papers.Select(p => Some.Claims(p))], Token);

        var read = new List<EnrichedPaper>();
        await foreach (var paper in Papers.QueryAsync(new(), Token))
        {
            read.Add(paper);
        }

        Assert.Equal(Some.Papers(350).Select(p => p.Id), read.Select(p => p.Id));
        Assert.All(read, p => Assert.NotNull(p.Claims));
        Assert.Equal(Canonical.Json(await GetAsync(read[200].Id)), Canonical.Json(read[200]));
    }

    [Fact]
    public async Task Query_LeftHalfWay_LeavesTheStoreUsable()
    {
        await GivenAsync(Some.Observation(), Some.Papers(300));
        for (var round = 0; round < 20; round++)
        {
            await foreach (var paper in Papers.QueryAsync(new(), Token))
            {
                Assert.NotNull(paper.Id);
                break;
            }
        }

        Assert.Equal(PaperChange.New, (await GivenOneAsync(Some.Paper(301))).Change);
    }

    [Fact]
    public async Task Query_WhileWriting_DoesNotStandInTheWay()
    {
        var papers = await GivenAsync(Some.Observation(), Some.Papers(300));
        var read = 0;

        await foreach (var paper in Papers.QueryAsync(new(), Token))
        {
            await SaveAsync(Some.Topics(papers[read], topics: ["cs.LG"]));
            read++;
        }

        Assert.Equal(300, read);
        Assert.Equal(300, (await Papers.SummariseAsync(null, Token)).WithTopics);
    }
}
