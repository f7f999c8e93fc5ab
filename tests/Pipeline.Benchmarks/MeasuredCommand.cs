using System.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Benchmarks;

/// <summary>A verb of the command line as a process, as a user runs it: start, work, report, stop.</summary>
internal static class MeasuredCommand
{
    /// <exception cref="InvalidOperationException">The verb failed.</exception>
    public static async Task<MeasuredResult> RunAsync(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Configure(settings);

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = await ProcessMemory.PeakAsync(process);
        return process.ExitCode == 0
            ? new MeasuredResult(watch.Elapsed, peak, await output)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed with {process.ExitCode}: {await error}{await output}");
    }
}

/// <summary>What a run of a process took.</summary>
/// <param name="Elapsed">Whole process, wall clock.</param>
/// <param name="PeakMemory">Largest resident set, in bytes.</param>
/// <param name="Output">Standard output.</param>
internal sealed record MeasuredResult(TimeSpan Elapsed, long PeakMemory, string Output);
