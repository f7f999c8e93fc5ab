using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Kinds;

public sealed class ArxivQueryErrorTests
{
    private const string Path = "/api/query";

    [Theory]
    [InlineData(400, "127.0.0.1 answered 400: incorrect query")]
    [InlineData(200, "arXiv says: incorrect query")]
    public async Task ErrorEntry_IsPermanent_WithArxivsWords(int status, string reason)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.StatusCode = status;
            return TestOrigin.WriteAsync(context, "application/atom+xml", Some.QueryError("incorrect query"));
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Failed, reason), (run.State, run.Reason));
        Assert.Single(rig.Origin.Requests);
        Assert.Empty(rig.Listings.All);
        Assert.Equal((false, reason), (rig.Sources.Answers[0].Complete, rig.Sources.Answers[0].Note));
    }

    [Theory]
    [InlineData("text/html", Some.LoginPage, "a web page came where XML was due, beginning with: Log in Please log in to go on")]
    [InlineData("application/json", "{}", "something else came where XML was due, beginning with: {}")]
    public async Task OtherAnswers_AreRefusedWithTheirFirstWords(string mediaType, string content, string reason)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, mediaType, content);

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Failed, $"127.0.0.1: {reason}"), (run.State, run.Reason));
    }

    [Theory]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY a \"a\">]><feed xmlns=\"http://www.w3.org/2005/Atom\">&a;</feed>")]
    public async Task BrokenPage_IsTriedAgainAndRecordsNothing(string content)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, "application/atom+xml", content);

        var run = await rig.FetchAsync(rig.Source(SourceKind.ArxivQuery), Some.Day("2026-01-13"));

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.Empty(rig.Listings.All);
    }
}
