using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pipeline.Benchmarks.Claims;
using Pipeline.Testing;
using Pipeline.TopicClassifier.Classification;
using Spectre.Console;

namespace Pipeline.Benchmarks.Topics;

/// <summary>Abstracts per second and bytes per abstract of the topic stage, beside a floor; then its load time in fresh processes.</summary>
/// <remarks>Seconds are those of the processor, all threads with collector and compiler: a busy machine then measures the same.</remarks>
internal static class TopicsRun
{
    private const int Rounds = 7;
    private const int Starts = 5;

    // By then the compiler has replaced what it made in a hurry.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static TimeSpan Used => Environment.CpuUsage.TotalTime;

    /// <summary>Runs <c>topics [ABSTRACTS] | topics --file JSONL | topics --load</c>.</summary>
    public static async Task RunAsync(string[] args)
    {
        if (args is ["--load"])
        {
            WriteLoadTime();
            return;
        }

        var papers = args is ["--file", var path]
            ? [.. (await File.ReadAllLinesAsync(path)).Select(line => ClaimSample.Of(Encoding.UTF8.GetBytes(line)))]
            : ClaimSamples.Generate(args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3000);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{papers.Count} abstracts of {papers.Average(paper => paper.Abstract.Length):0} characters"));
        WriteSpeed(papers);
        await WriteLoadTimesAsync();
    }

    private static void WriteSpeed(IReadOnlyList<ClaimSample> papers)
    {
        var (arxiv, nlp) = (Analyzer(BuiltInTaxonomies.Arxiv), Analyzer(BuiltInTaxonomies.Nlp));
        (string Name, Action<ClaimSample> Run)[] steps =
        [
            ("floor: hash every word of title and abstract", paper => HashWords(paper.Title + " " + paper.Abstract)),
            ("topics, arxiv", paper => arxiv.Analyze(paper.Title, paper.Abstract)),
            ("topics, nlp", paper => nlp.Analyze(paper.Title, paper.Abstract)),
        ];
        var times = steps.Select(_ => new List<double>()).ToArray();
        foreach (var step in steps)
        {
            for (var begin = Used; Used - begin < WarmUp;)
            {
                Pass(step.Run, papers);
            }
        }

        // All take turns, so that they meet the same machine.
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < steps.Length; i++)
            {
                times[i].Add(Pass(steps[i].Run, papers));
            }
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("step", "abstracts/s", "µs an abstract", "slowest to fastest", "bytes an abstract", "times the floor");
        for (var i = 0; i < steps.Length; i++)
        {
            var seconds = Middle(times[i]);
            table.AddRow(
                steps[i].Name,
                Number(papers.Count / seconds, "#,0"),
                Number(1e6 * seconds / papers.Count, "0.0"),
                $"{Number(papers.Count / times[i].Max(), "#,0")} to {Number(papers.Count / times[i].Min(), "#,0")}",
                Number(Allocated(steps[i].Run, papers), "#,0"),
                Number(seconds / Middle(times[0]), "0.0"));
        }

        AnsiConsole.Write(table);
    }

    private static TopicAnalyzer Analyzer(string taxonomy) => TopicAnalyzer.BuiltIn(BuiltInTaxonomies.Get(taxonomy), null);

    // What no reader of words can do without.
    private static uint HashWords(string text)
    {
        var (sum, hash) = (0u, 0u);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 16777619;
            }
            else
            {
                (sum, hash) = (sum + hash, 0);
            }
        }

        return sum + hash;
    }

    private static double Pass(Action<ClaimSample> run, IReadOnlyList<ClaimSample> papers)
    {
        var begin = Used;
        foreach (var paper in papers)
        {
            run(paper);
        }

        return (Used - begin).TotalSeconds;
    }

    private static double Allocated(Action<ClaimSample> run, IReadOnlyList<ClaimSample> papers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(run, papers);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)papers.Count;
    }

    private static async Task WriteLoadTimesAsync()
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(TopicsRun).Assembly.Location, "topics", "--load"]) { RedirectStandardOutput = true })!;
            milliseconds.Add(double.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        AnsiConsole.WriteLine($"taxonomy and model of arxiv loaded and one abstract read in a fresh process: {Number(Middle(milliseconds), "0")} ms of the processor ({Number(milliseconds.Min(), "0")} to {Number(milliseconds.Max(), "0")})");
    }

    private static void WriteLoadTime()
    {
        var begin = Used;
        Analyzer(BuiltInTaxonomies.Arxiv).Analyze("Sharper masks", "Each image is cut into patches, and a transformer labels every pixel.");
        Console.Write(Number((Used - begin).TotalMilliseconds, "0.0"));
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
