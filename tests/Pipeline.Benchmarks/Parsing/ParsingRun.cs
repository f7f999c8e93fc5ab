using System.Diagnostics;
using System.Globalization;
using Pipeline.Parser.Parsing;
using Pipeline.Testing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>MB/s and papers/s of every reader, beside Python's libraries on the same files; and memory as files grow.</summary>
/// <remarks>
/// Seconds are those of the processor, all threads with collector and compiler, on both sides: a busy machine then measures the same. Both
/// sides read the file from disk each time, in one process that has read it before.
/// </remarks>
internal static class ParsingRun
{
    private const int Rounds = 5;
    private const int Growth = 10;

    // By then the compiler has replaced what it made in a hurry.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(int papers)
    {
        var folder = Directory.CreateTempSubdirectory("parsing-").FullName;
        try
        {
            var (small, large) = (ListingSamples.Papers(papers), ListingSamples.Papers(papers * Growth));
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumns("format", "MB", "MB/s", "papers/s", "KB allocated a paper", "Python", "times faster", "peak MB", $"peak MB, {Growth}x the file");
            foreach (var (format, write) in ListingSamples.Writers)
            {
                var path = Path.Combine(folder, format);
                await File.WriteAllTextAsync(path, write(small));
                var own = await MeasureAsync(format, path, papers);
                var reference = ReferenceRun.Libraries.ContainsKey(format) ? await ReferenceRun.MeasureAsync(format, path, papers, Rounds) : null;
                var peak = await PeakAsync(path);
                await File.WriteAllTextAsync(path, write(large));
                var peakOfLarge = await PeakAsync(path);
                table.AddRow(
                    format,
                    Number(own.Bytes / 1e6, "0.0"),
                    Number(own.Bytes / 1e6 / own.Seconds, "0"),
                    Number(papers / own.Seconds, "#,0"),
                    Number(own.Allocated / 1e3 / papers, "0.0"),
                    reference is null ? "-" : $"{ReferenceRun.Libraries[format]}: {Number(papers / reference.Value, "#,0")}/s",
                    reference is null ? "-" : Number(reference.Value / own.Seconds, "0.0"),
                    Number(peak / 1e6, "0"),
                    Number(peakOfLarge / 1e6, "0"));
                File.Delete(path);
            }

            AnsiConsole.Write(table);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Used => Environment.CpuUsage.TotalTime;

    private static async Task<(double Seconds, long Bytes, double Allocated)> MeasureAsync(string format, string path, int papers)
    {
        for (var begin = Used; Used - begin < WarmUp;)
        {
            await ReadAsync(format, path, papers);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var begin = Used;
            await ReadAsync(format, path, papers);
            times.Add((Used - begin).TotalSeconds);
        }

        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Rounds;
        return (times.Order().ElementAt(Rounds / 2), new FileInfo(path).Length, allocated);
    }

    private static async Task ReadAsync(string format, string path, int papers)
    {
        await using var content = File.OpenRead(path);
        var reading = await new ListingReader().OpenAsync(content, Path.GetFileName(path), format: null, CancellationToken.None);
        var count = 0;
        await foreach (var entry in reading.Entries)
        {
            count += entry is ListingEntry.Listed ? 1 : 0;
        }

        if (reading.Format != format || count != papers)
        {
            throw new InvalidOperationException($"{format}: read {count} papers of {papers} as {reading.Format ?? reading.Refusal}.");
        }
    }

    private static async Task<long> PeakAsync(string path)
    {
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.AssemblyOf("Pipeline.Standalone"), "try", "parse", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Configure(new Dictionary<string, string>());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var peak = await ProcessMemory.PeakAsync(process);
        await output;
        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"try parse failed with {process.ExitCode}: {await error}");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
