using System.Globalization;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Subscriptions;
using Pipeline.Delivery.Digests.Content;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Digests.Content;

public sealed class DigestChoiceTests
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    [Fact]
    public void Trending_PutsManyVotesForTheirAgeFirst_AndTheYoungestWithoutVotesAfter()
    {
        var papers = new[] { Paper(1, votes: null, hoursOld: 5), Paper(2, votes: 100, hoursOld: 48), Paper(3, votes: 10, hoursOld: 4), Paper(4, votes: 1, hoursOld: 1) };

        Assert.Equal([3, 2, 4, 1], Numbers(Choose(Digest(), papers)));
    }

    [Fact]
    public void Newest_PutsTheYoungestFirst()
        => Assert.Equal([2, 3, 1], Numbers(Choose(Digest() with { Order = DigestOrder.Newest }, Paper(1, 900, 9), Paper(2, 1, 1), Paper(3, null, 5))));

    [Fact]
    public void Limit_KeepsTheBestOfAllPages_AndCountsTheRest()
    {
        var choice = new DigestChoice(Digest() with { Limit = 2 }, [], Some.Time());
        foreach (var page in Enumerable.Range(1, 9).Chunk(4))
        {
            choice.Add(choice.Fitting(page.Select(number => Paper(number, votes: number, hoursOld: 1))), Nothing);
        }

        Assert.Equal([9, 8], Numbers(choice.Result));
        Assert.Equal(7, choice.Result.More);
    }

    [Fact]
    public void Paper_ThatNoLongerStandsOrLacksAWordOrComesTwice_IsNotChosenAgain()
    {
        var choice = new DigestChoice(Digest(), SearchWords.Of("Graph NETWORKS"), Some.Time());

        var fitting = choice.Fitting([
            Paper(1) with { Title = "Networks of graphs", Abstract = "A graph." },
            Paper(2) with { Title = "Networks of graphs", Abstract = "None." },
            Paper(3) with { Title = "Graph networks", State = PaperState.Withdrawn },
            Paper(1) with { Title = "Networks of graphs", Abstract = "A graph." },
        ]);

        Assert.Equal([1], fitting.Select(Number));
        Assert.Empty(choice.Fitting([fitting[0]]));
    }

    [Theory]
    [InlineData("arxiv:2603.00001")]
    [InlineData("doi:10.1000/alias")]
    [InlineData("title:former")]
    public void Paper_ToldOfUnderAnyOfItsKeys_IsNotChosen(string told)
    {
        var paper = Paper(1) with
        {
            Aliases = ["arxiv:2603.00001", "doi:10.1000/alias"],
            Joins = [new() { FormerId = "title:former", ListingId = "listing-a" }],
        };
        var choice = new DigestChoice(Digest(), [], Some.Time());

        choice.Add(choice.Fitting([paper]), new HashSet<string> { told });

        Assert.Equal(([], 0), (Numbers(choice.Result), choice.Result.More));
    }

    private static Chosen Choose(Digest digest, params EnrichedPaper[] papers)
    {
        var choice = new DigestChoice(digest, [], Some.Time());
        choice.Add(choice.Fitting(papers), Nothing);
        return choice.Result;
    }

    private static Digest Digest() => SomeSubscription.Digest().Digest!;

    private static EnrichedPaper Paper(int number, int? votes = 3, double hoursOld = 1)
        => PaperMerge.Apply(null, Some.Paper(number), Some.Observation()) with { Upvotes = votes, ListedAt = Some.Time().AddHours(-hoursOld) };

    private static int[] Numbers(Chosen chosen) => [.. chosen.Papers.Select(Number)];

    private static int Number(EnrichedPaper paper) => int.Parse(paper.Id[^5..], CultureInfo.InvariantCulture);
}
