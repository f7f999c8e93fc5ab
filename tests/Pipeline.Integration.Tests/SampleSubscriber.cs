using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>One of the samples for consumers, as a process of somebody outside; what it leaves on the broker is removed at the end.</summary>
internal sealed class SampleSubscriber : IAsyncDisposable
{
    // The interpreter that Debian's package python3-pika belongs to.
    private const string Python = "/usr/bin/python3";

    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentQueue<string> _problems = [];
    private readonly WorkerFleet _fleet;
    private readonly string _sample;
    private readonly string _state = Path.GetTempFileName();
    private Process? _process;

    public SampleSubscriber(WorkerFleet fleet, string sample) => (_fleet, _sample) = (fleet, sample);

    /// <summary>Queue of the sample.</summary>
    public string Queue => $"{_fleet.Name}-sample";

    /// <summary>A line for each event that it has handled: place, type and title.</summary>
    public IReadOnlyCollection<string> Handled => _lines;

    public string Problems => string.Join('\n', _problems);

    /// <summary>Why a sample cannot run on this machine; null when it can.</summary>
    public static async Task<string?> FindMissingAsync(string sample)
    {
        if (!sample.EndsWith(".py", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import pika"]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : "Debian's package python3-pika is not installed.";
        }
        catch (Win32Exception)
        {
            return $"{Python} is not there.";
        }
    }

    public void Start(string key)
    {
        var path = Path.Combine(RepositoryFiles.Root, "contracts", "samples", _sample);
        string[] arguments = [RealParts.RabbitMq.ToString(), $"{_fleet.Name}-papers", Queue, _state, key];
        var start = _sample.EndsWith(".py", StringComparison.Ordinal)
            ? new ProcessStartInfo(Python, [path, .. arguments])
            : new ProcessStartInfo("dotnet", ["run", path, "--", .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Configure(_fleet.Settings);
        start.Environment["CHANGES"] = $"dotnet {WorkerProcess.AssemblyOf("Pipeline.Standalone")} changes --json";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(_lines, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_problems, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        File.Delete(_state);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
