using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class ArxivOaiTests
{
    private const string Path = "/oai";

    [Fact]
    public async Task Harvest_FollowsTheTokensToTheEnd()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Xml(Some.Harvest(2, "a|b=1&c")), Xml(Some.Harvest(2, "d", 2)), Xml(Some.Harvest(1, from: 4)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-12"), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Done, 3), (run.State, run.Pages));
        Assert.Equal("?verb=ListRecords&metadataPrefix=arXiv&from=2026-01-12&until=2026-01-13&set=cs", rig.Origin.Requests[0].Query);
        Assert.Equal([null, "a|b=1&c", "d"], rig.Origin.Requests.Select(request => request.Parameter("resumptionToken")));
        Assert.Null(rig.Origin.Requests[1].Parameter("metadataPrefix"));
        Assert.Equal([3, 3], rig.Sources.Answers.Select(answer => answer.ListingIds.Count));
        Assert.All(rig.Sources.Answers, answer => Assert.True(answer.Complete));
    }

    [Fact]
    public async Task Harvest_OfALongSpan_IsTakenAWeekAtATime()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(context, "text/xml", Some.Harvest(1)));

        await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-01"), Some.Day("2026-01-10"));

        Assert.Equal(
            [("2026-01-01", "2026-01-07"), ("2026-01-08", "2026-01-10")],
            rig.Origin.Requests.Select(request => (request.Parameter("from"), request.Parameter("until"))));
        Assert.Equal(10, rig.Sources.Answers.Count);
    }

    [Fact]
    public async Task NoRecords_IsACompleteAndEmptyAnswer()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "text/xml", Some.HarvestError("noRecordsMatch"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Empty(rig.Listings.All);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.True(answer.Complete);
        Assert.Empty(answer.ListingIds);
    }

    [Theory]
    [InlineData("<ListRecords/>", RunState.Waiting)]
    [InlineData("", RunState.Waiting)]
    [InlineData("<ListRecords><resumptionToken/></ListRecords>", RunState.Done)]
    public async Task LaterPartWithoutRecords_EndsTheHarvestOnlyWhenItSaysSo(string part, RunState state)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Xml(Some.Harvest(1, "next")), Xml($"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">{part}</OAI-PMH>"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path) with { Attempts = 1 }, Some.Day("2026-01-13"));

        Assert.Equal(state, run.State);
        Assert.Equal(state == RunState.Done, rig.Sources.Answers.Any(answer => answer.Complete));
    }

    [Fact]
    public async Task Day_IsOverWhenItIsOverInUtc_WhateverTheTimeZone()
    {
        // Noon of the 15th in UTC is the 16th on Kiritimati.
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "text/xml", Some.Harvest(1));

        await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path) with { TimeZone = "Pacific/Kiritimati" }, Some.Day("2026-01-14"), Some.Day("2026-01-15"));

        Assert.Equal([true, false], rig.Sources.Answers.Select(answer => answer.Complete));
    }

    [Fact]
    public async Task ExpiredToken_BeginsItsWindowAgain()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(
            Path, Xml(Some.Harvest(2, "old")), Xml(Some.HarvestError("badResumptionToken")), Xml(Some.Harvest(3, "new")), Xml(Some.Harvest(1, from: 3)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal([null, "old", null, "new"], rig.Origin.Requests.Select(request => request.Parameter("resumptionToken")));
        Assert.Equal("2026-01-13", rig.Origin.Requests[2].Parameter("from"));
        Assert.Equal(2, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    [Fact]
    public async Task TokensThatKeepExpiring_EndTheRun()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => TestOrigin.WriteAsync(
            context, "text/xml", context.Request.Query.ContainsKey("resumptionToken") ? Some.HarvestError("badResumptionToken") : Some.Harvest(2, "t")));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Failed, "resumption tokens expired 4 times before 2026-01-13 to 2026-01-13 was read"), (run.State, run.Reason));
        Assert.Equal(8, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task OtherErrors_ArePermanent_WithTheRepositorysWords()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "text/xml", Some.HarvestError("badArgument", "no such <![CDATA[set]]>"));

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Failed, "the repository says badArgument: no such set"), (run.State, run.Reason));
    }

    [Fact]
    public async Task OverloadedRepository_IsLeftAloneAsLongAsItAsks_AndTheHarvestGoesOnWhereItWas()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, Xml(Some.Harvest(2, "next")), TestOrigin.Status(503, ("Retry-After", "120")), Xml(Some.Harvest(1, from: 2)));
        var waiting = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));

        rig.Time.Advance(TimeSpan.FromMinutes(3));
        var run = await rig.RedeliverAsync(waiting);

        Assert.Equal((RunState.Waiting, 0), (waiting.State, waiting.Failures));
        Assert.Equal((RunState.Done, 2), (run.State, run.Pages));
        Assert.Equal([null, "next", "next"], rig.Origin.Requests.Select(request => request.Parameter("resumptionToken")));
        Assert.Equal(2, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    [Fact]
    public async Task Harvest_IsSpreadOverDeliveries_WhenItTakesLong()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:WorkTime", "00:00:30"));
        rig.Origin.On(Path, context =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(20));
            var token = (string?)context.Request.Query["resumptionToken"];
            return TestOrigin.WriteAsync(context, "text/xml", token switch { null => Some.Harvest(1, "1"), "1" => Some.Harvest(1, "2", 1), _ => Some.Harvest(1, from: 2) });
        });

        var first = await rig.FetchAsync(rig.Source(SourceKind.ArxivOai, Path), Some.Day("2026-01-13"));
        var second = await rig.RedeliverAsync(first);

        Assert.Equal((RunState.Waiting, 2, null), (first.State, first.Pages, first.Reason));
        Assert.True(first.DueAt <= rig.Time.GetUtcNow());
        Assert.Equal((RunState.Done, 3), (second.State, second.Pages));
        Assert.Equal(3, Assert.Single(rig.Sources.Answers).ListingIds.Count);
    }

    private static RequestDelegate Xml(string content) => context => TestOrigin.WriteAsync(context, "text/xml", content);
}
