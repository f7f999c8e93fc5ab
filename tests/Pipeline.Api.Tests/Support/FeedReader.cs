using System.Diagnostics;
using System.Text.Json;

namespace Pipeline.Api.Tests.Support;

/// <summary>A feed reader that is not ours: Python's feedparser, Debian's package <c>python3-feedparser</c>.</summary>
internal static class FeedReader
{
    // What an interpreter prints that reads a feed from standard input.
    private const string Script = """
        import sys, json, feedparser
        feed = feedparser.parse(sys.stdin.buffer.read())
        json.dump({
            "bozo": bool(feed.bozo), "version": feed.version, "id": feed.feed.id, "title": feed.feed.title,
            "titleType": feed.feed.title_detail.type, "updated": feed.feed.updated,
            "links": {link.rel: link.href for link in feed.feed.links},
            "entries": [{
                "id": e.id, "title": e.title, "titleType": e.title_detail.type, "updated": e.updated, "link": e.get("link"),
                "authors": [a.name for a in e.get("authors", [])], "tags": [t.term for t in e.get("tags", [])], "content": e.content[0].value,
            } for e in feed.entries],
        }, sys.stdout)
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Reads a feed; skips the test where there is no such reader.</summary>
    public static async Task<JsonElement> ReadAsync(byte[] feed)
    {
        var python = Environment.GetEnvironmentVariable("PIPELINE_TEST_PYTHON") ?? "/usr/bin/python3";
        Assert.SkipUnless(await HasReaderAsync(python), $"{python} has no feedparser. Debian's package is python3-feedparser.");
        var (output, error) = await RunAsync(python, Script, feed);
        Assert.True(output.Length > 0, error);
        return JsonText.Parse(output);
    }

    private static async Task<bool> HasReaderAsync(string python)
        => File.Exists(python) && (await RunAsync(python, "import feedparser; print(1)", [])).Output.StartsWith('1');

    private static async Task<(string Output, string Error)> RunAsync(string python, string script, byte[] input)
    {
        var start = new ProcessStartInfo(python, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONUTF8"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.StandardInput.BaseStream.WriteAsync(input, Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
        return (await output, await error);
    }
}
