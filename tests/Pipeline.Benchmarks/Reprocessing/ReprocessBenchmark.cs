using System.Globalization;
using Spectre.Console;

namespace Pipeline.Benchmarks.Reprocessing;

/// <summary>Papers done again: how fast, in how much memory, and what that costs fresh papers; the floor of these is measured without a run.</summary>
internal static class ReprocessBenchmark
{
    /// <summary>Runs <c>reprocess [PAPERS] [embedded | workers]</c>.</summary>
    public static async Task RunAsync(int papers, string? where)
    {
        if (where is null or "embedded")
        {
            using var embedded = new EmbeddedReprocess();
            Write(await embedded.MeasureAsync(papers));
        }

        if (where is null or "workers")
        {
            await RunWorkersAsync(papers);
        }
    }

    private static async Task RunWorkersAsync(int papers)
    {
        await using var workers = await WorkersReprocess.StartAsync();
        Write(await workers.MeasureAsync(papers));
        foreach (var (name, peak) in workers.Memory)
        {
            AnsiConsole.WriteLine(Text($"{name}: {peak / 1e6:0} MB at peak"));
        }
    }

    private static void Write(EmbeddedFigures figures)
    {
        AnsiConsole.WriteLine(Text($"One process, embedded store ({figures.IngestRate:0} papers/s ingested)"));
        WriteRuns(figures.Shadow, figures.Run, figures.BusyRun);
        WriteLatencies(
            figures.Alone, ("a process that ingests 20 fresh papers, alone", figures.Alone), ("the same beside a run in another process", figures.Beside));
    }

    private static void Write(WorkersFigures figures)
    {
        AnsiConsole.WriteLine("Separate workers, broker and store");
        WriteRuns(figures.Shadow, figures.Run, figures.BusyRun);
        WriteLatencies(
            figures.Before, ("fresh papers, listing to enriched, alone", figures.Before), ("beside a run", figures.Beside), ("alone again", figures.After));
    }

    private static void WriteRuns(params RunFigures[] runs)
    {
        var table = Create("run", "papers", "changed", "seconds", "papers/s", "peak MB of the command");
        foreach (var run in runs)
        {
            table.AddRow(
                run.Name, Text($"{run.Papers}"), Text($"{run.Changed}"), Text($"{run.Elapsed.TotalSeconds:0.0}"), Text($"{run.Rate:0}"), Text($"{run.PeakMemory / 1e6:0}"));
        }

        AnsiConsole.Write(table);
    }

    private static void WriteLatencies(Latencies floor, params (string Name, Latencies Times)[] rows)
    {
        var table = Create("fresh papers", "times", "median ms", "95 % within ms", "median / floor", "95 % / floor");
        foreach (var (name, times) in rows)
        {
            table.AddRow(
                name,
                Text($"{times.Count}"),
                Text($"{times.Median.TotalMilliseconds:0}"),
                Text($"{times.MostOf.TotalMilliseconds:0}"),
                Text($"{times.Median / floor.Median:0.00}"),
                Text($"{times.MostOf / floor.MostOf:0.00}"));
        }

        AnsiConsole.Write(table);
    }

    private static Table Create(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(column, options => options.NoWrap());
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
