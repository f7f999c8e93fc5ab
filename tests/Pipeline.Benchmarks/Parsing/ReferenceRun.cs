using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>What Python's feedparser and BeautifulSoup take for a listing, in their own process, start-up not counted.</summary>
internal static class ReferenceRun
{
    // The interpreter that Debian's packages python3-feedparser, python3-bs4 and python3-lxml belong to.
    private const string Python = "/usr/bin/python3";

    /// <summary>Formats it can read, and with what.</summary>
    public static readonly IReadOnlyDictionary<string, string> Libraries = new Dictionary<string, string>
    {
        ["arxiv-atom"] = "feedparser",
        ["rss"] = "feedparser",
        ["oai-pmh"] = "BeautifulSoup, lxml",
        ["hf-html"] = "BeautifulSoup, lxml",
    };

    /// <summary>Reads a listing once to warm up, and then so many times.</summary>
    /// <returns>Seconds of the processor, the middle of the rounds; null when Python or the library is not there, after saying so on standard error.</returns>
    public static async Task<double?> MeasureAsync(string format, string path, int papers, int rounds)
    {
        if (!File.Exists(Python))
        {
            await Console.Error.WriteLineAsync($"{format}: no {Python}, so no comparison.");
            return null;
        }

        var start = new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Parsing", "reference.py"), format, path, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            await Console.Error.WriteLineAsync($"{format}: no comparison; install python3-feedparser, python3-bs4 and python3-lxml. {(await error).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()}");
            return null;
        }

        var parts = output.Split(' ');
        return int.Parse(parts[0], CultureInfo.InvariantCulture) == papers
            ? double.Parse(parts[1], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{format}: the reference read {parts[0]} papers of {papers}.");
    }
}
