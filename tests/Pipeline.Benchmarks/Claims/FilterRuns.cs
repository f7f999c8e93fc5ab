using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Pipeline.Testing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Claims;

/// <summary>What <c>try claims</c> takes from start to end for ever more abstracts.</summary>
internal static class FilterRuns
{
    private static readonly int[] Counts = [1_000, 10_000, 20_000];

    public static async Task WriteAsync(IReadOnlyList<ClaimSample> papers)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("try claims, abstracts", "seconds of the processor", "seconds", "peak MB");
        foreach (var count in Counts)
        {
            var (used, elapsed, peak) = await MeasureAsync(papers, count);
            table.AddRow(
                count.ToString("#,0", CultureInfo.InvariantCulture),
                used.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
                elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture),
                (peak / 1e6).ToString("0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static async Task<(TimeSpan Used, TimeSpan Elapsed, long Peak)> MeasureAsync(IReadOnlyList<ClaimSample> papers, int count)
    {
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), "try", "claims"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Configure(new Dictionary<string, string>());
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var watch = WatchAsync(process);
        await FeedAsync(process.StandardInput.BaseStream, papers, count);
        var (used, peak) = await watch;
        await output;
        return process.ExitCode == 0
            ? (used, Stopwatch.GetElapsedTime(begin), peak)
            : throw new InvalidOperationException($"try claims failed with {process.ExitCode}: {await error}");
    }

    // Asked while it lives: an ended process tells neither.
    private static async Task<(TimeSpan Used, long Peak)> WatchAsync(Process process)
    {
        var (used, peak) = (TimeSpan.Zero, 0L);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited)
        {
            process.Refresh();
            try
            {
                (used, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException)
            {
                // It ended between the two questions; what it told last stands.
            }

            await timer.WaitForNextTickAsync();
        }

        await process.WaitForExitAsync();
        return (used, peak);
    }

    private static async Task FeedAsync(Stream input, IReadOnlyList<ClaimSample> papers, int count)
    {
        await using var buffered = new BufferedStream(input, 1 << 16);
        for (var i = 0; i < count; i++)
        {
            buffered.Write(papers[i % papers.Count].Line());
            buffered.WriteByte((byte)'\n');
        }
    }
}
