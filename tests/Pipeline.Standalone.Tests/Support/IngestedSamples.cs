using Pipeline.Standalone.Tests.Support;

[assembly: AssemblyFixture(typeof(IngestedSamples))]

namespace Pipeline.Standalone.Tests.Support;

/// <summary>Stores that one process has filled once, to be copied by each test that needs one.</summary>
public sealed class IngestedSamples : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly Lazy<Task<string>> _ingested;

    public IngestedSamples() => _ingested = new(IngestAsync);

    /// <summary>Copies a store with the 12 papers of the JSON sample, enriched, into an empty workspace.</summary>
    internal async Task CopyToAsync(Workspace workspace)
    {
        Directory.CreateDirectory(workspace.Data);
        foreach (var file in Directory.EnumerateFiles(await _ingested.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(workspace.Data, Path.GetRelativePath(_workspace.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<string> IngestAsync()
    {
        Assert.Equal(0, (await _workspace.RunAsync("ingest", Samples.Json)).ExitCode);
        return _workspace.Data;
    }
}
