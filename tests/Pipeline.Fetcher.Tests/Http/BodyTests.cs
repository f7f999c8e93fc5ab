using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Fetcher.Tests.Support;

namespace Pipeline.Fetcher.Tests.Http;

public sealed class BodyTests
{
    private const string Path = "/feed.xml";

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

    [Fact]
    public async Task GzipBodyOfSeveralMembers_IsArchivedWhole()
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            byte[] members = [.. Compress("gzip", Encoding.UTF8.GetBytes(Some.Atom[..40])), .. Compress("gzip", Encoding.UTF8.GetBytes(Some.Atom[40..]))];
            return context.Response.Body.WriteAsync(members).AsTask();
        });

        var run = await rig.FetchAsync(rig.Source(SourceKind.Feed, Path));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(Some.Atom.Length, Assert.Single(rig.Listings.All).ContentLength);
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 20)]
    [InlineData("br", 1)]
    [InlineData("br", 20)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 20)]
    public async Task CompressedBody_ThatIsCutShort_RecordsNothing(string encoding, int missing)
    {
        await using var rig = await FetcherRig.StartAsync();
        rig.Origin.On(Path, context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            var whole = Compress(encoding, Encoding.UTF8.GetBytes(Some.Atom));
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
