using Pipeline.Standalone.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Commands;

/// <summary>Input that fails: one line that says what, where and what to do; an exit code; nothing readable lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task MissingFile_IsNamed()
        => AssertFailed(await _workspace.RunAsync("ingest", "no-such-file.txt"), 1, "no-such-file.txt: there is no such file");

    [Fact]
    public async Task Directory_IsNamed()
        => AssertFailed(await _workspace.RunAsync("ingest", Path.GetTempPath()), 1, "is a directory");

    [Theory]
    [InlineData("ingest", "http://example.org/papers", "Use https://, or add --allow-private")]
    [InlineData("ingest", "https://", "https://: is not a web address")]
    public async Task Address_ThatCannotBeFetched_IsNamed(string verb, string address, string message)
        => AssertFailed(await _workspace.RunAsync(verb, address), 1, message);

    [Fact]
    public async Task Address_GivenToAFilter_IsRefused()
        => AssertFailed(await _workspace.RunAsync("try", "parse", "https://example.org/papers"), 1, "only ingest fetches addresses");

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("blank.txt", "  \n\n \n", "white space")]
    [InlineData("binary.bin", "\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0", "binary")]
    [InlineData("page.html", "<!doctype html><html><body>hello</body></html>", "HTML")]
    [InlineData("poem.txt", "The sun was shining on the sea,\nShining with all his might:\nHe did his very best to make\n", "no listing")]
    public async Task NoListing_IsRefusedWithAReason_AndItsBytesAreArchived(string name, string content, string reason)
    {
        var file = _workspace.Write(name, content);

        var result = await _workspace.RunAsync("ingest", file);

        AssertFailed(result, 1, $"{name}: ");
        Assert.Contains(reason, result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_workspace.Data, "archive"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ListingBrokenInTheMiddle_KeepsWhatCameBefore()
    {
        var whole = await File.ReadAllTextAsync(Samples.Json, TestContext.Current.CancellationToken);
        var file = _workspace.Write("cut.json", whole[..(whole.Length / 2)]);

        var result = await _workspace.RunAsync("ingest", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cut.json: ", result.Error, StringComparison.Ordinal);
        Assert.InRange((await _workspace.RunAsync("papers", "export")).Lines.Count, 3, 9);
    }

    [Fact]
    public async Task TitleWithoutAbstract_IsNamed_AndTheOthersAreKept()
    {
        var file = _workspace.Write("two.jsonl", """
            {"title":"A title alone"}
            {"title":"Sparse Attention for Long Documents","abstract":"We propose a sparse attention. It is 3 times faster than dense attention."}

            """);

        var result = await _workspace.RunAsync("ingest", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("two.jsonl: line 1: ", result.Error, StringComparison.Ordinal);
        Assert.Single((await _workspace.RunAsync("papers", "export")).Lines);
    }

    [Fact]
    public async Task DataDirectory_BelowARegularFile_IsNamed()
    {
        var file = _workspace.Write("a-file", "");

        var result = await CommandLine.RunAsync(
            ["ingest", Samples.Text, "--data", Path.Combine(file, "data")], input: null, new Dictionary<string, string>(), TestContext.Current.CancellationToken);

        AssertFailed(result, 1, file);
    }

    [Theory]
    [InlineData("Parser__ChunkSize", "0", "Parser:ChunkSize")]
    [InlineData("Parser__ChunkSise", "10", "Parser:ChunkSise")]
    [InlineData("Retry__Delay", "soon", "Retry")]
    [InlineData("Broker__Address", "amqp://127.0.0.1:1/", "Mongo:ConnectionString")]
    public async Task WrongOption_StopsAtStartAndNamesItsKey(string key, string value, string named)
    {
        var result = await CommandLine.RunAsync(
            ["ingest", Samples.Text, "--data", _workspace.Data],
            input: null,
            new Dictionary<string, string> { [key] = value },
            TestContext.Current.CancellationToken);

        AssertFailed(result, 2, named);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("nonsense")]
    [InlineData("papers", "list", "--limit", "0")]
    [InlineData("papers", "list", "--no-such-option")]
    public async Task WrongUsage_IsExplained(params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    private static void AssertFailed(CommandResult result, int exitCode, string message)
    {
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Problems.Count, 1, 3);
    }
}
