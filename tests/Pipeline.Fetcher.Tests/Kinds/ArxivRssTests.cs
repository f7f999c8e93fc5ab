using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class ArxivRssTests
{
    private const string Path = "/atom/cs.CL+math.CO";

    [Fact]
    public async Task Feed_AnswersForItsOwnDay()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/rss+xml", Some.Announcements("Wed, 14 Jan 2026 00:00:00 -0500", 2));

        var run = await FetchAsync(rig);

        Assert.Equal((RunState.Done, 1), (run.State, run.Pages));
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((Some.Day("2026-01-14"), Some.Day("2026-01-14"), true), (answer.Day, answer.Answered, answer.Complete));
        Assert.Equal([Assert.Single(rig.Listings.All).Id], answer.ListingIds);
    }

    [Fact]
    public async Task Feed_InAtom_AnswersForTheDayItWasUpdated()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/atom+xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-01-15T04:00:19+00:00</updated><entry><updated>2025-01-01T00:00:00Z</updated></entry></feed>
            """);

        await FetchAsync(rig);

        Assert.Equal((Some.Day("2026-01-15"), true), (rig.Sources.Answers[0].Day, rig.Sources.Answers[0].Complete));
    }

    [Theory]
    [InlineData("Sat, 10 Jan 2026 00:00:00 -0500", "", true)]
    [InlineData("Wed, 14 Jan 2026 00:00:00 -0500", "", false)]
    [InlineData("Wed, 14 Jan 2026 00:00:00 -0500", "<skipDays><day>Wednesday</day></skipDays>", true)]
    public async Task EmptyFeed_IsAnAnswerOnlyOnADayOff(string day, string skipDays, bool complete)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/rss+xml", Some.Announcements(day, 0, skipDays));

        var run = await FetchAsync(rig);

        Assert.Equal(RunState.Done, run.State);
        Assert.Empty(rig.Listings.All);
        Assert.Equal(complete, Assert.Single(rig.Sources.Answers).Complete);
    }

    [Fact]
    public async Task Feed_ThatIsCutShort_IsKept_ButIsNoCompleteAnswer()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/rss+xml", Some.Announcements("Wed, 14 Jan 2026 00:00:00 -0500", 2).Split("</channel>")[0] + "<item><title>");

        await FetchAsync(rig);

        Assert.Single(rig.Listings.All);
        Assert.Equal((false, "the feed is broken or cut short after 2 papers"), (rig.Sources.Answers[0].Complete, rig.Sources.Answers[0].Note));
    }

    [Fact]
    public async Task Feed_ThatDidNotChange_StillAnswersForItsDay()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.LastModified = "Wed, 14 Jan 2026 05:00:00 GMT";
            return context.Request.Headers.IfModifiedSince == "Wed, 14 Jan 2026 05:00:00 GMT"
                ? TestOrigin.Status(304)(context)
                : TestOrigin.WriteAsync(context, "application/rss+xml", Some.Announcements("Wed, 14 Jan 2026 00:00:00 -0500", 2));
        });
        await FetchAsync(rig);
        await rig.ParseAllAsync();

        var run = await FetchAsync(rig);

        Assert.Equal((RunState.Done, 1, 1), (run.State, run.Pages, run.Unchanged));
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((run.Id, true), (answer.RunId, answer.Complete));
        Assert.Single(answer.ListingIds);
    }

    private static Task<FetchRun> FetchAsync(FetcherRig rig) => rig.FetchAsync(rig.Source(SourceKind.ArxivRss) with { Set = "cs.CL+math.CO" });
}
