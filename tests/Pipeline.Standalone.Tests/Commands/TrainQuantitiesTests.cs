using System.IO.Compression;
using System.Text;
using Pipeline.Standalone.Tests.Support;

namespace Pipeline.Standalone.Tests.Commands;

public sealed class TrainQuantitiesTests : IDisposable
{
    private const string Measurements = """
        {"id":"m","text":"The kite rose 5 m in 3 min.","annotations":[{"type":"Quantity","start":14,"end":17,"other":{"unit":"m"}}]}
        """;

    private const string Abstracts = """
        {"id":"a","abstract":"Our kite improves accuracy by 4.5% over old kites."}
        {"id":"b","abstract":"We propose a kite."}
        """;

    private const string Labels = """
        {"id":"a","quantities":[{"start":30,"end":34,"values":[4.5],"unit":"%"}]}
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Quantities_OfAFolder_WritesTheSameModelEachTime()
    {
        WriteData();

        var first = await TrainAsync("first.model");
        var second = await TrainAsync("second.model");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(0, second.ExitCode);
        var model = await File.ReadAllBytesAsync(_workspace.PathOf("first.model"), TestContext.Current.CancellationToken);
        Assert.Equal("PQM1"u8.ToArray(), model[..4]);
        Assert.Contains($"{model.Length} bytes", first.Error, StringComparison.Ordinal);
        Assert.Equal(model, await File.ReadAllBytesAsync(_workspace.PathOf("second.model"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Quantities_OfAnEmptyFolder_IsExitCode2AndWritesNothing()
    {
        _workspace.Write("labels.jsonl", Labels);

        var result = await TrainAsync("quantities.model");

        Assert.Equal(2, result.ExitCode);
        Assert.False(File.Exists(_workspace.PathOf("quantities.model")));
    }

    [Fact]
    public async Task Quantities_WithoutAFolder_IsExitCode2()
        => Assert.Equal(2, (await Pipeline.Testing.CommandLine.RunAsync(
            ["train", "quantities"], null, new Dictionary<string, string>(), TestContext.Current.CancellationToken)).ExitCode);

    // The folder is given as --data, which here is not the store's.
    private Task<Pipeline.Testing.CommandResult> TrainAsync(string output) => Pipeline.Testing.CommandLine.RunAsync(
        ["train", "quantities", "--data", _workspace.PathOf("shared"), "--labels", _workspace.PathOf("labels.jsonl"), "--output", _workspace.PathOf(output)],
        null, new Dictionary<string, string>(), TestContext.Current.CancellationToken);

    private void WriteData()
    {
        Directory.CreateDirectory(_workspace.PathOf("shared/measeval"));
        Directory.CreateDirectory(_workspace.PathOf("shared/arxiv-topics"));
        _workspace.Write("shared/measeval/train.jsonl", Measurements);
        _workspace.Write("labels.jsonl", Labels);
        using var zip = new GZipStream(File.Create(_workspace.PathOf("shared/arxiv-topics/train.jsonl.gz")), CompressionLevel.Fastest);
        zip.Write(Encoding.UTF8.GetBytes(Abstracts));
    }
}
