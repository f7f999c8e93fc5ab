using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class AddressTests
{
    private const string Path = "/feed.xml";

    [Fact]
    public async Task Feed_IsArchivedRecordedAndAnnounced()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/atom+xml", Some.Atom);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { Format = "atom" });

        var listing = Assert.Single(rig.Listings.All);
        Assert.Equal(("papers", rig.Origin.Address + Path, "atom", ListingState.Fetched), (listing.SourceId, listing.Name, listing.Format, listing.State));
        Assert.True(rig.Archive.Holds(listing.ContentHash));
        Assert.Equal(
            new ListingFetched
            {
                ListingId = listing.Id,
                SourceId = "papers",
                ContentHash = listing.ContentHash,
                Name = listing.Name,
                FetchedAt = listing.FetchedAt,
                Format = "atom",
            },
            Assert.Single(rig.Announced));
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((Some.Day("2026-01-15"), null, run.Id, true), (answer.Day, answer.Answered, answer.RunId, answer.Complete));
        Assert.Equal([listing.Id], answer.ListingIds);
    }

    [Fact]
    public async Task Address_WithADay_IsAskedOnceForEach()
    {
        await using var rig = await FetcherRig.StartAsync();
        foreach (var day in new[] { "2026-01-13", "2026-01-14", "2026-01-15" })
        {
            rig.Origin.On($"/lists/{day}.txt", "text/plain", $"papers of {day}");
        }

        var run = await rig.FetchAsync(rig.Source(SourceKind.Http, "/lists/{date}.txt"), Some.Day("2026-01-13"), Some.Day("2026-01-16"));

        Assert.Equal((RunState.Done, 3), (run.State, run.Pages));
        Assert.Equal([true, true, false, false], rig.Sources.Answers.Select(answer => answer.Complete));
        Assert.Equal([1, 1, 1, 0], rig.Sources.Answers.Select(answer => answer.ListingIds.Count));
    }

    [Fact]
    public async Task UnchangedAnswer_IsAskedForByItsTag_AndAnnouncedOnce()
    {
        await using var rig = await FetcherRig.StartAsync();
        ServeTagged(rig, () => "\"v1\"");
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        await rig.ParseAllAsync();

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Done, 1, 1), (run.State, run.Pages, run.Unchanged));
        Assert.Equal([null, "\"v1\""], rig.Origin.Requests.Select(request => request.Header("If-None-Match")));
        Assert.Single(rig.Announced);
        var answer = Assert.Single(rig.Sources.Answers);
        Assert.Equal((run.Id, true), (answer.RunId, answer.Complete));
        Assert.Single(answer.ListingIds);
    }

    [Fact]
    public async Task ChangedTag_BringsTheNewContent_AndIsKept()
    {
        await using var rig = await FetcherRig.StartAsync();
        var tag = "\"v1\"";
        ServeTagged(rig, () => tag);
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        await rig.ParseAllAsync();
        tag = "\"v2\"";

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(2, rig.Listings.All.Count);
        Assert.Equal("\"v2\"", Assert.Single(rig.Cache.All).ETag);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AnswerThatWasNotParsed_OrIsNotInTheArchive_IsAskedForWhole(bool parsed, bool archived)
    {
        await using var rig = await FetcherRig.StartAsync();
        ServeTagged(rig, () => "\"v1\"");
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        if (parsed)
        {
            await rig.ParseAllAsync();
        }

        if (!archived)
        {
            rig.Archive.Clear();
        }

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.All(rig.Origin.Requests, request => Assert.Null(request.Header("If-None-Match")));
    }

    [Fact]
    public async Task CrashBeforeTheValidatorsAreKept_LosesNothing()
    {
        await using var rig = await FetcherRig.StartAsync();
        ServeTagged(rig, () => "\"v1\"");
        var source = rig.Source(SourceKind.Feed, Path);
        rig.Cache.Broken = true;
        Assert.Equal(RunState.Waiting, (await rig.FetchAsync(source)).State);
        Assert.NotEmpty(rig.Announced);
        rig.Cache.Broken = false;

        var run = await rig.FetchAsync(source);

        Assert.Equal(RunState.Done, run.State);
        Assert.All(rig.Origin.Requests, request => Assert.Null(request.Header("If-None-Match")));
        Assert.Single(rig.Announced.Select(listing => (listing.ListingId, listing.FetchedAt)).Distinct());
    }

    [Fact]
    public async Task SameBytes_OfAHostThatGivesNoTag_AreUnchanged_AndAnEarlierTextIsNewsAgain()
    {
        await using var rig = await FetcherRig.StartAsync();
        var source = rig.Source(SourceKind.Http, Path);
        var unchanged = new List<int>();
        foreach (var content in new[] { "A", "A", "B", "A" })
        {
            rig.Origin.On(Path, "text/plain", content);
            unchanged.Add((await rig.FetchAsync(source)).Unchanged);
            await rig.ParseAllAsync();
            rig.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 1, 0, 0], unchanged);
        Assert.Equal(3, rig.Announced.Count);
    }

    [Theory]
    [InlineData(SourceKind.Feed, RunState.Failed)]
    [InlineData(SourceKind.Http, RunState.Done)]
    public async Task WebPage_IsNoFeed_ButMayBeAListing(SourceKind kind, RunState end)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "text/html", Some.LoginPage);

        var run = await rig.FetchAsync(rig.Source(kind, Path));

        Assert.Equal(end, run.State);
        Assert.Equal(end == RunState.Done, Assert.Single(rig.Sources.Answers).Complete);
    }

    [Fact]
    public async Task HttpAddress_ThatIsNotAllowed_IsRefusedByItsRule()
    {
        await using var rig = await FetcherRig.StartAsync();

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { AllowHttp = false });

        Assert.Equal((RunState.Failed, "source papers is not usable: Address: begins with http://; use https://, or set AllowHttp."), (run.State, run.Reason));
    }

    [Theory]
    [InlineData("\"\u00e9\"", 1)]
    [InlineData("\"e\"", 997)]
    [InlineData("\"e\"", 998)]
    public async Task TagThatCannotBeSentBack_IsNotKept(string tag, int length)
    {
        await using var rig = await FetcherRig.StartAsync();
        var given = tag.Replace("e", new string('e', length), StringComparison.Ordinal);
        ServeTagged(rig, () => given);
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));
        await rig.ParseAllAsync();

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(given.Length <= 1000 && tag[1] == 'e' ? given : null, rig.Origin.Requests[1].Header("If-None-Match"));
    }

    private static void ServeTagged(FetcherRig rig, Func<string> tag) => rig.Origin.On(Path, context =>
    {
        context.Response.Headers.ETag = tag();
        return context.Request.Headers.IfNoneMatch == tag()
            ? TestOrigin.Status(304)(context)
            : TestOrigin.WriteAsync(context, "application/atom+xml", Some.Atom + $"<!-- {tag()} -->");
    });
}
