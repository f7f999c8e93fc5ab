using System.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Benchmarks;

/// <summary>The single process on a file, as a user runs it: start, fetch, parse, enrich, store, report, stop.</summary>
internal static class StandaloneRun
{
    public static async Task<StandaloneResult> MeasureAsync(int papers)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var input = Path.Combine(folder, "papers.jsonl");
            await File.WriteAllBytesAsync(input, PaperGenerator.JsonLines(papers, seed: 1));

            var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), "ingest", input, "--data", Path.Combine(folder, "data")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Configure(new Dictionary<string, string>());

            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            var peak = await ProcessMemory.PeakAsync(process);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"ingest failed with {process.ExitCode}: {await error}{await output}");
            }

            return new StandaloneResult(watch.Elapsed, peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>What a run of the single process took.</summary>
/// <param name="Elapsed">Whole process, wall clock.</param>
/// <param name="PeakMemory">Largest resident set, in bytes.</param>
internal sealed record StandaloneResult(TimeSpan Elapsed, long PeakMemory);
