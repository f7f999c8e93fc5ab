namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>Reads a file with labelled sentences in any of the forms.</summary>
public static class LabelledFile
{
    /// <summary>Reads the abstracts of one part; those of files without parts count as of any part.</summary>
    /// <exception cref="GoldFileException">The file is not there, or a line has none of the forms; names the line.</exception>
    public static async Task<IReadOnlyList<LabelledAbstract>> ReadAsync(string path, string part, CancellationToken cancellationToken)
        => await GoldFile.ReadAsync<LabelledAbstract>(path, cancellationToken)
            .Where(labelled => labelled.Part is null || labelled.Part == part)
            .ToListAsync(cancellationToken);

    /// <summary>The same, with texts for those abstracts that have only offsets.</summary>
    /// <param name="path">The labels.</param>
    /// <param name="part">Part to read.</param>
    /// <param name="texts">JSON Lines with <c>id</c>, <c>abstract</c> and <c>title</c>, which may be missing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GoldFileException">As above, or an abstract has no text, or another than was labelled; names the abstract.</exception>
    public static async Task<IReadOnlyList<LabelledAbstract>> ReadAsync(
        string path, string part, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var labelled = await ReadAsync(path, part, cancellationToken);
        var wanted = labelled.Where(item => item.Text is null).Select(item => item.Id!).ToHashSet(StringComparer.Ordinal);
        var found = wanted.Count == 0 ? [] : await FindAsync(texts, wanted, cancellationToken);
        return [.. labelled.Select(item => item.Text is null ? Join(path, item, found.GetValueOrDefault(item.Id!)) : item)];
    }

    private static async Task<Dictionary<string, TextLine>> FindAsync(IReadOnlyList<string> files, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, TextLine>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            await foreach (var paper in GoldFile.ReadAsync<TextLine>(file, cancellationToken))
            {
                if (wanted.Contains(paper.Id))
                {
                    found.TryAdd(paper.Id, paper);
                }
            }
        }

        return found;
    }

    private static LabelledAbstract Join(string path, LabelledAbstract item, TextLine? paper)
    {
        var joined = item with { Title = paper?.Title ?? "", Text = paper?.Abstract };
        return paper is null ? throw new GoldFileException($"{path}: {item.Id}: its text is in no file given with --texts.", null)
            : joined.SentencesLieInText ? joined
            : throw new GoldFileException($"{path}: {item.Id}: the labels do not fit the text given with --texts.", null);
    }

    private sealed record TextLine(string Id, string Abstract, string? Title = null);
}
