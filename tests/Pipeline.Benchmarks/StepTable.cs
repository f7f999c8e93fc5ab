using System.Globalization;
using Pipeline.Benchmarks.Claims;
using Spectre.Console;

namespace Pipeline.Benchmarks;

/// <summary>Abstracts per second and bytes per abstract of steps, the first of which is the floor.</summary>
/// <remarks>Seconds are those of the processor, all threads with collector and compiler: a busy machine then measures the same.</remarks>
internal static class StepTable
{
    private const int Rounds = 7;

    // By then the compiler has replaced what it made in a hurry.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Time of the processor that this process has used.</summary>
    public static TimeSpan Used => Environment.CpuUsage.TotalTime;

    /// <summary>Measures the steps and prints them.</summary>
    public static void Write(IReadOnlyList<Step> steps, int papers)
    {
        foreach (var step in steps)
        {
            for (var begin = Used; Used - begin < WarmUp;)
            {
                Pass(step, papers);
            }
        }

        // All take turns, so that they meet the same machine.
        var times = steps.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                times[i].Add(Pass(steps[i], papers));
            }
        }

        var floor = Middle(times[0]);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("step", "abstracts/s", "µs an abstract", "slowest to fastest", "bytes an abstract", "times the floor");
        for (var i = 0; i < steps.Count; i++)
        {
            var seconds = Middle(times[i]);
            table.AddRow(
                steps[i].Name,
                Number(papers / seconds, "#,0"),
                Number(1e6 * seconds / papers, "0.0"),
                $"{Number(papers / times[i].Max(), "#,0")} to {Number(papers / times[i].Min(), "#,0")}",
                Number(Allocated(steps[i], papers), "#,0"),
                Number(seconds / floor, "0.0"));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The middle of some values.</summary>
    public static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A number as tables show it.</summary>
    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

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
}
