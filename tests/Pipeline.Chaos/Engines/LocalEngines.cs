using System.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Chaos.Engines;

/// <summary>A broker and a store of this run's own, by <c>deploy/local</c> in a cache of their own, with empty data and ended afterwards.</summary>
public sealed class LocalEngines : IAsyncDisposable
{
    private static readonly string[] Addresses = ["PIPELINE_TEST_RABBITMQ", "PIPELINE_TEST_MONGODB"];

    private static readonly (string Name, int Port)[] Ports =
    [
        ("AMQP", 18672), ("MANAGEMENT", 18673), ("PROMETHEUS", 18674), ("DISTRIBUTION", 18675), ("EPMD", 18676), ("POSTGRES", 18432), ("MONGODB", 18017),
    ];

    // Two runs at once would restart each other's.
    private readonly FileStream _lock = new(Path.Combine(Path.GetTempPath(), "pipeline-chaos.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    private readonly string _cache = $"{Shared}-chaos";

    private LocalEngines()
    {
    }

    // Where deploy/local keeps what all other tests use.
    private static string Shared => Environment.GetEnvironmentVariable("PIPELINE_LOCAL_CACHE")
        ?? Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "paper-pipeline");

    /// <summary>Whether the broker and store of the tests come from <c>deploy/local</c>, so that this machine can have others.</summary>
    public static bool ArePossible
    {
        get
        {
            var state = Path.Combine(Shared, "local.env");
            return File.Exists(state)
                && Addresses.All(name => File.ReadLines(state).Contains($"{name}={Environment.GetEnvironmentVariable(name)}", StringComparer.Ordinal));
        }
    }

    /// <summary>Starts both. From then on <see cref="RealParts"/> of this process are these.</summary>
    /// <exception cref="IOException">Another chaos run is at it.</exception>
    public static async Task<LocalEngines> StartAsync(CancellationToken cancellationToken)
    {
        var engines = new LocalEngines();
        try
        {
            // A run that was killed left its own behind.
            await engines.RunAsync("down", [], cancellationToken);
            await engines.UpAsync(cancellationToken);
            return engines;
        }
        catch
        {
            await engines.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what has ended.</summary>
    public async Task UpAsync(CancellationToken cancellationToken)
    {
        foreach (var line in (await RunAsync("up", [], cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, address) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            Environment.SetEnvironmentVariable(name, address);
        }
    }

    /// <summary>Ends one part.</summary>
    /// <param name="part"><c>rabbitmq</c> or <c>store</c>.</param>
    /// <param name="kill">At once, as a crash does.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public Task StopAsync(string part, bool kill, CancellationToken cancellationToken) => RunAsync("stop", kill ? [part, "--kill"] : [part], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("down", [], CancellationToken.None);
        await _lock.DisposeAsync();
    }

    private async Task<string> RunAsync(string script, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryFiles.Root, "deploy", "local", script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PIPELINE_LOCAL_CACHE"] = _cache;
        start.Environment["PIPELINE_LOCAL_COPY_FROM"] = Shared;
        foreach (var (name, port) in Ports)
        {
            start.Environment[$"PIPELINE_LOCAL_{name}_PORT"] = $"{port}";
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"deploy/local/{script} did not start.");
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"deploy/local/{script} failed: {await error}");
    }
}
