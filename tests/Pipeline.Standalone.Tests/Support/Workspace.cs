using Pipeline.Testing;

namespace Pipeline.Standalone.Tests.Support;

/// <summary>A folder of a test's own with a data directory, and the command line run against it.</summary>
internal sealed class Workspace(IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-test-");

    public Workspace()
        : this(new Dictionary<string, string>())
    {
    }

    /// <summary>The embedded store's directory.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file into the folder.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Runs one verb on this folder's data.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    /// <summary>Runs one verb on this folder's data, with standard input.</summary>
    public Task<CommandResult> RunAsync(string? input, string[] arguments)
        => CommandLine.RunAsync([.. arguments, "--data", Data], input, settings, TestContext.Current.CancellationToken);

    /// <summary>Starts a verb on this folder's data that runs until somebody ends it.</summary>
    public RunningCommand Start(params string[] arguments)
        => new(settings, TestContext.Current.CancellationToken, [.. arguments, "--data", Data]);

    public void Dispose() => _folder.Delete(recursive: true);
}
