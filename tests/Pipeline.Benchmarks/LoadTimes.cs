using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Pipeline.Benchmarks;

/// <summary>How long a stage takes from nothing to its first abstract, measured in fresh processes.</summary>
internal static class LoadTimes
{
    private const int Starts = 5;

    /// <summary>Starts this program again, several times, with <c>VERB --load</c>, and prints the middle of what those print.</summary>
    /// <param name="verb">The benchmark.</param>
    /// <param name="what">What is loaded.</param>
    public static async Task WriteAsync(string verb, string what)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(LoadTimes).Assembly.Location, verb, "--load"]) { RedirectStandardOutput = true })!;
            milliseconds.Add(double.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        AnsiConsole.WriteLine($"{what} loaded and one abstract read in a fresh process: {StepTable.Number(StepTable.Middle(milliseconds), "0")} ms of the processor ({StepTable.Number(milliseconds.Min(), "0")} to {StepTable.Number(milliseconds.Max(), "0")})");
    }

    /// <summary>Does it and prints the milliseconds of the processor, for the process that started this one.</summary>
    public static void WriteOwn(Action load)
    {
        var begin = StepTable.Used;
        load();
        Console.Write(StepTable.Number((StepTable.Used - begin).TotalMilliseconds, "0.0"));
    }
}
