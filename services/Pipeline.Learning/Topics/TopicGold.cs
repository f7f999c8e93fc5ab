using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Learning.Topics;

/// <summary>Reads papers with their topics in either form: <c>labels</c> with ids, or <c>level1</c> to <c>level3</c> with names.</summary>
public static class TopicGold
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">JSON Lines; may end in .gz.</param>
    /// <param name="taxonomy">The taxonomy that the topics are of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="GoldFileException">The file is missing, a line is of neither form, or names a topic that the taxonomy does not have.</exception>
    public static async Task<IReadOnlyList<LabelledPaper>> ReadAsync(string path, Taxonomy taxonomy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var levels = new TopicLevels(taxonomy);
        var papers = new List<LabelledPaper>();
        await foreach (var line in GoldFile.ReadAsync<Line>(path, cancellationToken))
        {
            var labels = line.Labels ?? (line.Level1 is null ? null : levels.Ids([line.Level1, line.Level2 ?? [], line.Level3 ?? []]));
            papers.Add(labels is null
                ? throw new GoldFileException($"{path}: {line.Id}: it has neither labels nor level1.", null)
                : new(line.Id, line.Title, line.Abstract, labels) { Categories = line.Categories });
            if (labels.FirstOrDefault(label => !levels.Has(label)) is { } unknown)
            {
                throw new GoldFileException($"{path}: {line.Id}: the taxonomy '{taxonomy.Name}' has no topic '{unknown}'.", null);
            }
        }

        return papers;
    }

    private sealed record Line(string Id, string Title, string Abstract)
    {
        public IReadOnlyList<string>? Labels { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }

        public IReadOnlyList<string>? Level1 { get; init; }

        public IReadOnlyList<string>? Level2 { get; init; }

        public IReadOnlyList<string>? Level3 { get; init; }
    }
}
