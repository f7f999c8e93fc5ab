using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.Learning.Discourse;

/// <summary>The abstracts that the discourse model is trained on and chosen by.</summary>
/// <param name="Train">Labelled abstracts to learn from.</param>
/// <param name="Dev">Labelled abstracts to choose by.</param>
/// <param name="Unlabelled">Abstracts of arXiv without labels.</param>
internal sealed record DiscourseCorpus(List<DiscourseExample> Train, List<DiscourseExample> Dev, List<DiscourseExample> Unlabelled)
{
    // What a sentence counts falls faster than the share of readers who agreed on it.
    private const double ConfidencePower = 2;

    // Papers of the page of Daily Papers that the output is judged by.
    private static readonly string[] OnTheRealPage = ["2506.05333", "2508.01832"];

    private static readonly string[] RoleNames = [.. Enum.GetNames<SentenceRole>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>Reads csabstruct, claim-medline, sciark and arxiv-topics below a folder, and our own labels.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="unlabelled">Most abstracts without labels.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GoldFileException">A file is missing or not of its form.</exception>
    public static async Task<DiscourseCorpus> ReadAsync(string data, int unlabelled, CancellationToken cancellationToken)
    {
        var corpus = new DiscourseCorpus([], [], []);
        foreach (var (part, into) in new[] { ("train", corpus.Train), ("dev", corpus.Dev) })
        {
            await foreach (var row in GoldFile.ReadAsync<RoleRow>(Path.Combine(data, "csabstruct", part + ".jsonl"), cancellationToken))
            {
                into.Add(Crowd(row));
            }

            await foreach (var row in GoldFile.ReadAsync<ClaimRow>(Path.Combine(data, "claim-medline", part + ".jsonl"), cancellationToken))
            {
                into.Add(DiscourseExample.FromSentences(row.Title, row.Sentences, Register.Medical).With(DiscourseHead.MedicalMain, row.Labels));
            }
        }

        await foreach (var row in GoldFile.ReadAsync<ArgumentRow>(Path.Combine(data, "sciark", "train.jsonl"), cancellationToken))
        {
            corpus.Train.Add(DiscourseExample.FromSentences(null, row.Sentences, null, arguments: [.. row.Labels.Select(ArgumentOf)]));
        }

        await AddArxivAsync(corpus, data, unlabelled, cancellationToken);
        return corpus;
    }

    private static async Task AddArxivAsync(DiscourseCorpus corpus, string data, int unlabelled, CancellationToken cancellationToken)
    {
        var labels = await DiscourseLabels.ReadOwnAsync(cancellationToken);
        await foreach (var paper in GoldFile.ReadAsync<TextRow>(Path.Combine(data, "arxiv-topics", "train.jsonl.gz"), cancellationToken))
        {
            if (labels.TryGetValue(paper.Id, out var labelled))
            {
                (labelled.Part == "dev" ? corpus.Dev : corpus.Train).Add(labelled.Apply(paper.Title, paper.Abstract));
            }
            else if (corpus.Unlabelled.Count < unlabelled && !OnTheRealPage.Contains(paper.Id))
            {
                corpus.Unlabelled.Add(DiscourseExample.FromText(paper.Title, paper.Abstract, SentenceSplitter.Split(paper.Abstract), null));
            }
        }
    }

    private static DiscourseExample Crowd(RoleRow row)
        => DiscourseExample
            .FromSentences(null, row.Sentences, Register.Crowd, [.. row.Confs.Select(conf => (float)Math.Pow(conf, ConfidencePower))])
            .With(DiscourseHead.CrowdRoles, [.. row.Labels.Select(label => Array.IndexOf(RoleNames, label))]);

    private static int ArgumentOf(string? label) => label switch { "Claim" => 1, "Evidence" => 2, _ => 0 };

    private sealed record RoleRow(string[] Sentences, string[] Labels, double[] Confs);

    private sealed record ClaimRow(string? Title, string[] Sentences, int[] Labels);

    private sealed record ArgumentRow(string[] Sentences, string?[] Labels);

    private sealed record TextRow(string Id, string Title, string Abstract);
}
