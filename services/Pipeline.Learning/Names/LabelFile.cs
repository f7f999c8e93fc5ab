using System.Text.Json;

namespace Pipeline.Learning.Names;

/// <summary>The abstracts of <c>arxiv-topics</c> whose names were labelled by hand for this project, without their texts.</summary>
public static class LabelFile
{
    private const string Resource = "Labels/arxiv-names.jsonl";

    /// <summary>Reads all labels by the id of their paper.</summary>
    public static async Task<IReadOnlyDictionary<string, NameLabels>> ReadAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(LabelFile).Assembly.GetManifestResourceStream(Resource)!);
        var labels = new Dictionary<string, NameLabels>(StringComparer.Ordinal);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var paper = JsonSerializer.Deserialize<NameLabels>(line, JsonSerializerOptions.Web)!;
            labels.Add(paper.Id, paper);
        }

        return labels;
    }
}
