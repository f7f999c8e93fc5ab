namespace Pipeline.Learning.Names;

/// <summary>A paper's words, as the data sets give them.</summary>
public sealed record PaperTexts
{
    /// <summary>Id of the paper.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its abstract.</summary>
    public required string Abstract { get; init; }

    /// <summary>Reads the papers of a file, in order.</summary>
    /// <exception cref="GoldFileException">The file cannot be read.</exception>
    public static async Task<List<PaperTexts>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var papers = new List<PaperTexts>();
        await foreach (var paper in GoldFile.ReadAsync<PaperTexts>(path, cancellationToken))
        {
            papers.Add(paper);
        }

        return papers;
    }
}
