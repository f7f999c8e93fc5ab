using System.Diagnostics;
using System.Globalization;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Testing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Claims;

/// <summary>Abstracts per second and bytes per abstract of the claim stage and its steps, beside a floor; then start and memory of fresh processes.</summary>
/// <remarks>Seconds are those of the processor, all threads with collector and compiler: a busy machine then measures the same.</remarks>
internal static class ClaimsRun
{
    private const int Rounds = 7;
    private const int Starts = 5;

    // By then the compiler has replaced what it made in a hurry.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static TimeSpan Used => Environment.CpuUsage.TotalTime;

    /// <summary>Runs <c>claims [ABSTRACTS] | claims --file JSONL | claims --load</c>.</summary>
    public static async Task RunAsync(string[] args)
    {
        if (args is ["--load"])
        {
            WriteLoadTime();
            return;
        }

        var papers = args is ["--file", var path]
            ? [.. (await File.ReadAllLinesAsync(path)).Select(line => ClaimSample.Of(System.Text.Encoding.UTF8.GetBytes(line)))]
            : ClaimSamples.Generate(args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3000);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{papers.Count} abstracts of {papers.Average(paper => paper.Abstract.Length):0} characters"));
        WriteSpeed(new(papers), papers.Count);
        await WriteLoadTimesAsync();
        await FilterRuns.WriteAsync(papers);
    }

    private static void WriteSpeed(ClaimSteps steps, int papers)
    {
        Step[] all = [steps.Floor, steps.Whole, .. steps.Parts];
        foreach (var step in all)
        {
            for (var begin = Used; Used - begin < WarmUp;)
            {
                Pass(step, papers);
            }
        }

        // All take turns, so that they meet the same machine.
        var times = all.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                times[i].Add(Pass(all[i], papers));
            }
        }

        var floor = Middle(times[0]);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("step", "abstracts/s", "µs an abstract", "slowest to fastest", "bytes an abstract", "times the floor");
        for (var i = 0; i < all.Length; i++)
        {
            var seconds = Middle(times[i]);
            table.AddRow(
                all[i].Name,
                Number(papers / seconds, "#,0"),
                Number(1e6 * seconds / papers, "0.0"),
                $"{Number(papers / times[i].Max(), "#,0")} to {Number(papers / times[i].Min(), "#,0")}",
                Number(Allocated(all[i], papers), "#,0"),
                Number(seconds / floor, "0.0"));
        }

        AnsiConsole.Write(table);
    }

    private static double Pass(Step step, int papers)
    {
        var begin = Used;
        for (var i = 0; i < papers; i++)
        {
            step.Run(i);
        }

        return (Used - begin).TotalSeconds;
    }

    private static double Allocated(Step step, int papers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(step, papers);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)papers;
    }

    private static async Task WriteLoadTimesAsync()
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ClaimsRun).Assembly.Location, "claims", "--load"]) { RedirectStandardOutput = true })!;
            milliseconds.Add(double.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        AnsiConsole.WriteLine($"all models loaded and one abstract read in a fresh process: {Number(Middle(milliseconds), "0")} ms of the processor ({Number(milliseconds.Min(), "0")} to {Number(milliseconds.Max(), "0")})");
    }

    // An abstract with a name and a number, since some models are only loaded when they are asked.
    private static void WriteLoadTime()
    {
        var begin = Used;
        new ClaimAnalyzer().Analyze("sample:1", "Anynet", "We propose Anynet. It gains 3.5% on CIFAR-10.");
        Console.Write(Number((Used - begin).TotalMilliseconds, "0.0"));
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
