using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class ArxivQueryTests
{
    private const string Path = "/api/query";

    [Fact]
    public async Task Window_IsAskedBySubmissionDateAndReadToItsEnd()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, _ => 5);

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery) with { PageSize = 2 }, Some.Day("2026-01-12"), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Done, 3), (run.State, run.Pages));
        Assert.Equal(["0", "2", "4"], rig.Origin.Requests.Select(request => request.Parameter("start")));
        var first = rig.Origin.Requests[0];
        Assert.Equal("(cat:cs.CL) AND submittedDate:[202601120000 TO 202601132359]", first.Parameter("search_query"));
        Assert.Equal(("2", "submittedDate", "ascending"), (first.Parameter("max_results"), first.Parameter("sortBy"), first.Parameter("sortOrder")));
        Assert.Equal([true, true], rig.Sources.Answers.Select(answer => answer.Complete));
        Assert.All(rig.Sources.Answers, answer => Assert.Equal(rig.Announced.Select(listing => listing.ListingId), answer.ListingIds));
    }

    [Fact]
    public async Task Window_OfAnotherTimeZone_BeginsAndEndsWithItsDays()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, _ => 1);

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery) with { TimeZone = "America/New_York" }, Some.Day("2026-01-12"));

        Assert.Equal("(cat:cs.CL) AND submittedDate:[202601120500 TO 202601130459]", rig.Origin.Requests[0].Parameter("search_query"));
    }

    [Fact]
    public async Task Window_WithoutPapers_IsAnsweredAndIsNoListing()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, _ => 0);

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Empty(rig.Listings.All);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.True(answer.Complete);
        Assert.Empty(answer.ListingIds);
    }

    [Fact]
    public async Task DayThatIsNotOver_IsNotComplete_AndDaysToComeAreNotAskedFor()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, _ => 1);

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-14"), Some.Day("2026-01-16"));

        Assert.EndsWith("[202601140000 TO 202601152359]", Assert.Single(rig.Origin.Requests).Parameter("search_query"), StringComparison.Ordinal);
        Assert.Equal(
            [(true, null), (false, "the day was not over when it was asked for"), (false, "the day has not come yet")],
            rig.Sources.Answers.Select(answer => (answer.Complete, answer.Note)));
    }

    [Fact]
    public async Task EmptyPage_AlthoughThereAreMorePapers_IsAskedForAgain()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Xml(Some.Query(3, 2)), Xml(Some.Query(3, 0, 2)), Xml(Some.Query(3, 0, 2)), Xml(Some.Query(3, 1, 2)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery) with { PageSize = 2 }, Some.Day("2026-01-13"));

        Assert.Equal((RunState.Done, 2), (run.State, run.Pages));
        Assert.Equal(["0", "2", "2", "2"], rig.Origin.Requests.Select(request => request.Parameter("start")));
        Assert.Equal(2, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    [Fact]
    public async Task EmptyPage_ThatStaysEmpty_IsNeverCountedAsDone()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/atom+xml", Some.Query(3, 0));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Equal("the page is empty although 3 papers were found, of which 0 were given", run.Reason);
        Assert.Equal(4, rig.Origin.Requests.Count);
        Assert.Empty(rig.Sources.Answers);
        Assert.Empty(rig.Listings.All);
    }

    [Fact]
    public async Task WindowWithTooManyPapers_IsHalvedByDays_UntilItFits()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, window => window == "[202601100000 TO 202601122359]" ? 30_001 : 1);

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-10"), Some.Day("2026-01-12"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(
            ["[202601100000 TO 202601122359]", "[202601100000 TO 202601102359]", "[202601110000 TO 202601122359]"],
            rig.Origin.Requests.Select(Window));
        Assert.Equal([1, 1, 1], rig.Sources.Answers.Select(answer => answer.ListingIds.Count));
        Assert.NotEqual(rig.Sources.Answers[0].ListingIds, rig.Sources.Answers[1].ListingIds);
        Assert.Equal(rig.Sources.Answers[1].ListingIds, rig.Sources.Answers[2].ListingIds);
    }

    [Fact]
    public async Task DayWithTooManyPapers_IsHalved_AndAnsweredWhenAllItsPartsAre()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, window => window == "[202601100000 TO 202601102359]" ? 30_001 : 1);

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-10"));

        Assert.Equal(
            ["[202601100000 TO 202601102359]", "[202601100000 TO 202601101159]", "[202601101200 TO 202601102359]"],
            rig.Origin.Requests.Select(Window));
        Assert.Equal(2, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    [Fact]
    public async Task WindowOfExactlyThirtyThousandPapers_IsNotSplit()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Xml(Some.Query(30_000, 1)), TestOrigin.Status(404));

        await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-10"), Some.Day("2026-01-12"));

        Assert.Equal(["0", "1"], rig.Origin.Requests.Select(request => request.Parameter("start")));
    }

    [Fact]
    public async Task MinuteWithTooManyPapers_IsRefusedWithWhatToDo()
    {
        await using var rig = await FetcherRig.StartAsync();
        Serve(rig, _ => 30_001);

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-10"));

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("in one minute [202601100000 TO 202601100000]: make Query narrower", run.Reason, StringComparison.Ordinal);
    }

    // Serves every window page by page; each page has its own bytes.
    private static void Serve(FetcherRig rig, Func<string, int> total) => rig.Origin.On(Path, context =>
    {
        var query = context.Request.Query;
        var window = ((string)query["search_query"]!).Split("submittedDate:")[1];
        var (start, size) = (int.Parse(query["start"]!, CultureInfo.InvariantCulture), int.Parse(query["max_results"]!, CultureInfo.InvariantCulture));
        var count = total(window);
        return TestOrigin.WriteAsync(context, "application/atom+xml", Some.Query(count, Math.Min(count - start, Math.Min(size, 10)), start) + $"<!-- {window} -->");
    });

    private static string Window(SeenRequest request) => request.Parameter("search_query")!.Split("submittedDate:")[1];

    private static RequestDelegate Xml(string content) => context => TestOrigin.WriteAsync(context, "application/atom+xml", content);
}
