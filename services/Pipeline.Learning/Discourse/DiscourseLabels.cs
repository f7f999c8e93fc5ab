using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Discourse;

namespace Pipeline.Learning.Discourse;

/// <summary>Our own labels of one abstract: see the README of the folder <c>Labels</c>.</summary>
/// <param name="Id">arXiv id.</param>
/// <param name="Part"><c>train</c> or <c>dev</c>.</param>
/// <param name="Sentences">Start, end and code of each sentence.</param>
internal sealed record DiscourseLabels(string Id, string Part, JsonElement[][] Sentences)
{
    private const string Resource = "Labels/arxiv-discourse.jsonl";
    private const string RoleLetters = "BOMRX";
    private const string ClaimLetters = "-crpfta";

    /// <summary>The labels that this program carries, by id.</summary>
    public static async Task<Dictionary<string, DiscourseLabels>> ReadOwnAsync(CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, DiscourseLabels>(StringComparer.Ordinal);
        var file = typeof(DiscourseLabels).Assembly.GetManifestResourceStream(Resource)!;
        await foreach (var row in GoldFile.ReadAsync<DiscourseLabels>(file, Resource, cancellationToken))
        {
            labels.Add(row.Id, row);
        }

        return labels;
    }

    /// <summary>The abstract with these labels.</summary>
    public DiscourseExample Apply(string title, string text)
    {
        var spans = Sentences.Select(sentence => new TextSpan(sentence[0].GetInt32(), sentence[1].GetInt32())).ToArray();
        var codes = Sentences.Select(sentence => sentence[2].GetString()!).ToArray();
        return DiscourseExample.FromText(title, text, spans, Register.Arxiv)
            .With(DiscourseHead.Roles, [.. codes.Select(code => RoleLetters.IndexOf(code[0], StringComparison.Ordinal))])
            .With(DiscourseHead.Claims, [.. codes.Select(code => ClaimLetters.IndexOf(code[1], StringComparison.Ordinal))])
            .With(DiscourseHead.Main, [.. codes.Select(code => code.EndsWith('*') ? 1 : 0)]);
    }
}
