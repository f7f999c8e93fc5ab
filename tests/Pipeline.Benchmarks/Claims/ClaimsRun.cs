using System.Globalization;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Testing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Claims;

/// <summary>Abstracts per second and bytes per abstract of the claim stage and its steps, beside a floor; then start and memory of fresh processes.</summary>
internal static class ClaimsRun
{
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
        var steps = new ClaimSteps(papers);
        StepTable.Write([steps.Floor, steps.Whole, .. steps.Parts], papers.Count);
        await LoadTimes.WriteAsync("claims", "all models");
        await FilterRuns.WriteAsync(papers);
    }

    // An abstract with a name and a number, since some models are only loaded when they are asked.
    private static void WriteLoadTime()
        => LoadTimes.WriteOwn(() => new ClaimAnalyzer().Analyze("sample:1", "Anynet", "We propose Anynet. It gains 3.5% on CIFAR-10."));
}
