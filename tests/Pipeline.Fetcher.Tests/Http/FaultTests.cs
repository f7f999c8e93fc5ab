using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Http;

public sealed class FaultTests
{
    private const string Path = "/feed.xml";

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task PassingFaults_AreTriedAgain(int status)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, TestOrigin.Status(status), TestOrigin.Status(status), Feed);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Done, 1, 0), (run.State, run.Pages, run.Failures));
        Assert.Equal(3, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task PassingFault_ThatOutlastsItsAttempts_LeavesTheRunWaiting_LongerEachTime()
    {
        await using var rig = await FetcherRig.StartAsync(("Fetcher:FailureLimit", "3"));
        rig.Origin.On(Path, TestOrigin.Status(500));
        var source = rig.Source(SourceKind.Feed, Path) with { Attempts = 2 };

        var first = await rig.FetchAsync(source);
        var firstWait = first.DueAt - rig.Time.GetUtcNow();
        var second = await rig.RedeliverAsync(first);
        var secondWait = second.DueAt - rig.Time.GetUtcNow();
        var third = await rig.RedeliverAsync(second);

        Assert.Equal((RunState.Waiting, 1, "127.0.0.1 answered 500"), (first.State, first.Failures, first.Reason));
        Assert.InRange(firstWait.TotalSeconds, 59, 66);
        Assert.Equal((RunState.Waiting, 2), (second.State, second.Failures));
        Assert.InRange(secondWait.TotalSeconds, 119, 132);
        Assert.Equal((RunState.Failed, "127.0.0.1 answered 500; given up after 3 deliveries"), (third.State, third.Reason));
        Assert.Equal(6, rig.Origin.Requests.Count);
        Assert.Equal((false, third.Reason), (rig.Sources.Answers[0].Complete, rig.Sources.Answers[0].Note));
    }

    [Theory]
    [InlineData(429, "Retry-After", "3600", 3600)]
    [InlineData(503, "Retry-After", "Thu, 15 Jan 2026 13:00:00 GMT", 3600)]
    [InlineData(503, "Retry-After", "999999999", 86400)]
    [InlineData(429, "X-RateLimit-Reset", "1768482000", 3600)]
    [InlineData(429, "RateLimit", "limit=500, remaining=0, reset=300", 300)]
    [InlineData(429, "RateLimit", "\"default\";r=0;t=300", 300)]
    public async Task HostThatAsksToBeLeftAlone_IsLeftAloneSoLong_AndNoFailureIsCounted(int status, string header, string value, int seconds)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(status, (header, value)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Waiting, 0), (run.State, run.Failures));
        Assert.InRange((run.DueAt - FetcherRig.Noon).TotalSeconds, seconds - 1, (seconds * 1.1) + 1);
        Assert.StartsWith("127.0.0.1 asks to be left alone for ", run.Reason, StringComparison.Ordinal);
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task HostThatAsksToBeLeftAlone_IsLeftAloneByOtherSourcesToo()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, TestOrigin.Status(429, ("Retry-After", "3600")));
        rig.Origin.On("/other", Feed);
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, "/other") with { Id = "other" });

        Assert.Equal((RunState.Waiting, 0), (run.State, run.Failures));
        Assert.Equal("127.0.0.1 is not free: it asked for a pause, or others wait for it", run.Reason);
        Assert.InRange((run.DueAt - rig.Time.GetUtcNow()).TotalSeconds, 3500, 3961);
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task ShortPause_IsSatOut()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, TestOrigin.Status(429, ("Retry-After", "5")), Feed);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.True(rig.Budget.Turns[^1].At - rig.Budget.Turns[^2].At >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task AnswerThatUsedUpTheBudget_PausesTheHost()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers["RateLimit"] = "limit=500, remaining=0, reset=20";
            return Feed(context);
        });
        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.True(rig.Budget.Turns[^1].At - rig.Budget.Turns[^2].At >= TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(404, "127.0.0.1 has nothing at /feed.xml (404): gone fishing")]
    [InlineData(410, "127.0.0.1 has nothing at /feed.xml (410): gone fishing")]
    [InlineData(403, "127.0.0.1 refuses /feed.xml (403): gone fishing")]
    [InlineData(418, "127.0.0.1 answered 418: gone fishing")]
    public async Task StandingRefusals_AreNotTriedAgain(int status, string reason)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("<h1>gone\n fishing</h1>");
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Failed, reason), (run.State, run.Reason));
        Assert.Single(rig.Origin.Requests);
    }

    [Fact]
    public async Task ConnectionThatBreaksOffInTheBody_RecordsNothing_AndIsTriedAgain()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, BreakOff, Feed);

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal((RunState.Done, 1), (run.State, run.Pages));
        Assert.Equal(Some.Atom.Length, Assert.Single(rig.Listings.All).ContentLength);
    }

    [Fact]
    public async Task BodyShorterThanItsLength_RecordsNothing()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, async context =>
        {
            context.Response.ContentLength = Some.Atom.Length + 100;
            await context.Response.WriteAsync(Some.Atom);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { Attempts = 2 });

        Assert.Equal((RunState.Waiting, 1), (run.State, run.Failures));
        Assert.StartsWith("127.0.0.1 cannot be reached, or broke off: ", run.Reason, StringComparison.Ordinal);
        Assert.Equal(2, rig.Origin.Requests.Count);
        Assert.Empty(rig.Listings.All);
        Assert.Empty(rig.Budget.Held);
    }

    [Fact]
    public async Task EmptyBody_IsTriedAgain()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.InTurn(Path, TestOrigin.Status(200), Feed);

        Assert.Equal(RunState.Done, (await rig.FetchAsync(rig.Source(SourceKind.Feed, Path))).State);
        Assert.Equal(2, rig.Origin.Requests.Count);
    }

    [Fact]
    public async Task SlowBody_IsGivenUpWhenItsTimeIsOver()
    {
        await using var rig = await FetcherRig.StartAsync();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Origin.On(Path, async context =>
        {
            await context.Response.WriteAsync("<feed>");
            await context.Response.Body.FlushAsync();
            rig.Time.Advance(TimeSpan.FromSeconds(61));
            await released.Task;
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { AttemptTimeout = TimeSpan.FromSeconds(60), Attempts = 1 });
        released.SetResult();

        Assert.Equal((RunState.Waiting, 1, "127.0.0.1 took longer than 60 s"), (run.State, run.Failures, run.Reason));
        Assert.Empty(rig.Listings.All);
        Assert.Empty(rig.Budget.Held);
    }

    [Theory]
    [InlineData(79, RunState.Failed)]
    [InlineData(80, RunState.Done)]
    public async Task BodyLargerThanAllowed_IsRefused(long maxBytes, RunState end)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => context.Response.WriteAsync(new string(' ', 80)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Http, Path) with { MaxBytes = maxBytes });

        Assert.Equal(end, run.State);
        Assert.Equal(end == RunState.Failed ? "the answer of 127.0.0.1 is larger than the 79 bytes that MaxBytes allows" : null, run.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task CompressedBody_IsArchivedPlain(string encoding)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => WriteCompressedAsync(context, encoding, Encoding.UTF8.GetBytes(Some.Atom)));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(Some.Atom.Length, Assert.Single(rig.Listings.All).ContentLength);
        Assert.Equal("br, gzip, deflate", rig.Origin.Requests[0].Header("Accept-Encoding"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Bomb_IsRefusedLongBeforeItsEnd(string encoding)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context => WriteCompressedAsync(context, encoding, new byte[64 * 1024 * 1024]));

        var run = await rig.FetchAsync(rig.Source(SourceKind.Http, Path));

        Assert.Equal((RunState.Failed, "the answer of 127.0.0.1 grows more than 200 times when it is decompressed, as only a hostile one does"), (run.State, run.Reason));
        Assert.Empty(rig.Listings.All);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task CompressedBody_ThatIsCutShort_RecordsNothing(int missing)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            var whole = Compress("gzip", Encoding.UTF8.GetBytes(Some.Atom));
            return context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length - missing)).AsTask();
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path) with { Attempts = 1 });

        Assert.Equal((RunState.Waiting, "the answer of 127.0.0.1 is not compressed as it says, or cut short"), (run.State, run.Reason));
        Assert.Empty(rig.Listings.All);
    }

    [Fact]
    public async Task CompressionNobodyAskedFor_IsRefused()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            return Feed(context);
        });

        Assert.Equal(
            "the answer of 127.0.0.1 is compressed as zstd, which was not asked for",
            (await rig.FetchAsync(rig.Source(SourceKind.Feed, Path))).Reason);
    }

    private static Task Feed(HttpContext context) => TestOrigin.WriteAsync(context, "application/atom+xml", Some.Atom);

    private static async Task BreakOff(HttpContext context)
    {
        await context.Response.WriteAsync("<feed");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static Task WriteCompressedAsync(HttpContext context, string encoding, byte[] content)
    {
        context.Response.ContentType = "application/atom+xml";
        context.Response.Headers.ContentEncoding = encoding;
        return context.Response.Body.WriteAsync(Compress(encoding, content)).AsTask();
    }

    private static byte[] Compress(string encoding, byte[] content)
    {
        var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
            _ => new ZLibStream(compressed, CompressionLevel.Optimal),
        })
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }
}
