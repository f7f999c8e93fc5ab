using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class HfDailyTests
{
    private const string Path = "/api/daily_papers";

    [Fact]
    public async Task Day_IsOverWhenItIsOverInUtc_WhateverTheTimeZone()
    {
        // Noon of the 15th in UTC is the 16th on Kiritimati.
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/api/daily_papers", context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(2, context.Request.Query["date"]!)));

        await rig.FetchAsync(rig.Source(SourceKind.HfDaily) with { TimeZone = "Pacific/Kiritimati" }, Some.Day("2026-01-14"), Some.Day("2026-01-15"));

        Assert.Equal([true, false], rig.Sources.Answers.Select(answer => answer.Complete));
    }

    [Theory]
    [InlineData("\"publishedAt\":\"\\ud800\"")]
    [InlineData("\"\\ud800paper\":1")]
    public async Task PaperWithHalfACharacter_SpoilsNothing(string spoilt)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On("/api/daily_papers", "application/json", $"[{{{spoilt}}},{Some.Daily(2, "2026-01-13")[1..]}");

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.True(Assert.Single(rig.Sources.Answers).Complete);
    }

    [Fact]
    public async Task Day_IsReadPageByPage_UntilOneIsShort()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Json(Some.Daily(100, "2026-01-13")), Json(Some.Daily(100, "2026-01-13", 100)), Json(Some.Daily(7, "2026-01-13", 200)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Done, 3, null), (run.State, run.Pages, run.Reason));
        Assert.Equal(["0", "1", "2"], rig.Origin.Requests.Select(request => request.Parameter("p")));
        Assert.All(rig.Origin.Requests, request => Assert.Equal(("2026-01-13", "100"), (request.Parameter("date"), request.Parameter("limit"))));
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.True(answer.Complete);
        Assert.Equal(rig.Announced.Select(listing => listing.ListingId), answer.ListingIds);
        Assert.Equal(3, answer.ListingIds.Count);
    }

    [Fact]
    public async Task Day_WhoseLastFullPageIsFollowedByAnEmptyOne_IsComplete()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Json(Some.Daily(100, "2026-01-13")), Json("[]"));

        await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        var answer = Assert.Single(rig.Sources.Answers);
        Assert.True(answer.Complete);
        Assert.Single(answer.ListingIds);
    }

    [Fact]
    public async Task Day_OfAServerThatIgnoresThePageNumber_EndsAfterTheRepetition()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/json", Some.Daily(100, "2026-01-13"));

        await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        Assert.Equal(2, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task Days_AreAskedForOneByOne()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(3, context.Request.Query["date"]!)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-12"), Some.Day("2026-01-14"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(["2026-01-12", "2026-01-13", "2026-01-14"], rig.Origin.Requests.Select(request => request.Parameter("date")));
        Assert.Equal([true, true, true], rig.Sources.Answers.Select(answer => answer.Complete));
    }

    [Fact]
    public async Task SnapBack_IsKeptAsAListing_ButTheDayIsNotAnswered()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/json", Some.Daily(100, "2026-01-09"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-12"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Single(rig.Announced);
        Assert.Single(rig.Origin.Requests);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((Some.Day("2026-01-12"), Some.Day("2026-01-09"), false), (answer.Day, answer.Answered, answer.Complete));
        Assert.Equal("the source answered for 2026-01-09 instead", answer.Note);
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("snap-back", true)]
    [InlineData("own", true)]
    public async Task SkipDay_IsAnswered_WhateverIsListed(string listed, bool complete)
    {
        await using var rig = await FetcherRig.StartAsync();
        var content = listed switch { "own" => Some.Daily(2, "2026-01-10"), "snap-back" => Some.Daily(2, "2026-01-09"), _ => listed };
        rig.Origin.On(Path, "application/json", content);

        await rig.FetchAsync(rig.Source(SourceKind.HfDaily) with { SkipDays = [DayOfWeek.Saturday] }, Some.Day("2026-01-10"));

        Assert.Equal(complete, Assert.Single(rig.Sources.Answers).Complete);
    }

    [Fact]
    public async Task EmptyList_OfAnOrdinaryDay_IsNoAnswer()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/json", "[]");

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Empty(rig.Listings.All);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((false, "the list is empty; it may not be out yet"), (answer.Complete, answer.Note));
    }

    [Fact]
    public async Task Newest_IsTheDayItIsInTheSourcesZone_AndNotCompleteBeforeItIsOver()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(context, "application/json", Some.Daily(3, context.Request.Query["date"]!)));

        await rig.FetchAsync(rig.Source(SourceKind.HfDaily));

        Assert.Equal("2026-01-15", Assert.Single(rig.Origin.Requests).Parameter("date"));
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((false, "the day was not over when it was asked for"), (answer.Complete, answer.Note));
    }

    [Fact]
    public async Task FutureDays_AreNotAskedFor_AndNotAnswered()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/json", Some.Daily(3, "2026-01-15"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-15"), Some.Day("2026-01-17"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Single(rig.Origin.Requests);
        Assert.Equal(["2026-01-15", "2026-01-16", "2026-01-17"], rig.Sources.Answers.Select(answer => answer.Day.ToString("O")));
        Assert.All(rig.Sources.Answers, answer => Assert.False(answer.Complete));
    }

    [Fact]
    public async Task Page_ThatDidNotChange_IsInspectedFromTheArchive_AndPagingGoesOn()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            var page = (string)context.Request.Query["p"]!;
            context.Response.Headers.ETag = $"\"{page}\"";
            if (context.Request.Headers.IfNoneMatch == $"\"{page}\"")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return TestOrigin.WriteAsync(context, "application/json", page == "0" ? Some.Daily(100, "2026-01-13") : Some.Daily(4, "2026-01-13", 100));
        });
        var source = rig.Source(SourceKind.HfDaily);
        await rig.FetchAsync(source, Some.Day("2026-01-13"));
        await rig.ParseAllAsync();

        var run = await rig.FetchAsync(source, Some.Day("2026-01-13"));

        Assert.Equal((RunState.Done, 2, 2), (run.State, run.Pages, run.Unchanged));
        Assert.Equal(2, rig.Announced.Count);
        Assert.Equal(2, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    [Theory]
    [InlineData("text/html", Some.LoginPage, "a web page came where a JSON array was due, beginning with: Log in Please log in to go on")]
    [InlineData("application/json", "{\"error\":\"Sorry,\\u202e no\"}", "something else came where a JSON array was due, beginning with: {\"error\":\"Sorry,\\u202e no\"}")]
    [InlineData("application/pdf", "[]", "the answer is application/pdf, which no listing is")]
    [InlineData("image/png", "[]", "the answer is image/png, which no listing is")]
    public async Task OtherAnswers_AreRefusedWithTheirFirstWords_AndTheDayStaysUncovered(string mediaType, string content, string reason)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, mediaType, content);

        var run = await rig.FetchAsync(rig.Source(SourceKind.HfDaily), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Failed, $"127.0.0.1: {reason}"), (run.State, run.Reason));
        Assert.Empty(rig.Listings.All);
        Assert.Single(rig.Origin.Requests);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((false, run.Reason), (answer.Complete, answer.Note));
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Json(string content) => context => TestOrigin.WriteAsync(context, "application/json", content);
}
