using System.Globalization;
using System.Text;
using Pipeline.Benchmarks.Claims;
using Pipeline.Testing;
using Pipeline.TopicClassifier.Classification;
using Spectre.Console;

namespace Pipeline.Benchmarks.Topics;

/// <summary>Abstracts per second and bytes per abstract of the topic stage, beside a floor; then its load time in fresh processes.</summary>
internal static class TopicsRun
{
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
        await LoadTimes.WriteAsync("topics", "taxonomy and model of arxiv");
    }

    private static void WriteSpeed(IReadOnlyList<ClaimSample> papers)
    {
        var (arxiv, nlp) = (Analyzer(BuiltInTaxonomies.Arxiv), Analyzer(BuiltInTaxonomies.Nlp));
        StepTable.Write(
            [
                new("floor: hash every word of title and abstract", i => (int)HashWords(papers[i].Title + " " + papers[i].Abstract)),
                new("topics, arxiv", i => arxiv.Analyze(papers[i].Title, papers[i].Abstract).Topics.Count),
                new("topics, nlp", i => nlp.Analyze(papers[i].Title, papers[i].Abstract).Topics.Count),
            ],
            papers.Count);
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

    private static void WriteLoadTime()
        => LoadTimes.WriteOwn(() => Analyzer(BuiltInTaxonomies.Arxiv).Analyze("Sharper masks", "Each image is cut into patches, and a transformer labels every pixel."));
}
