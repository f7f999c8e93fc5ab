namespace Pipeline.Learning.Names;

/// <summary>Labelled abstracts in files.</summary>
/// <param name="Labels">File of labels.</param>
/// <param name="Texts">File of papers, where the labels come without their abstracts.</param>
/// <param name="Part">Take only labels of this part; all when null.</param>
public sealed record NameGold(string Labels, string? Texts, string? Part)
{
    /// <summary>Scores all abstracts whose text is there.</summary>
    /// <returns>The evaluation, and how many labelled papers have no text.</returns>
    /// <exception cref="GoldFileException">A file cannot be read.</exception>
    public async Task<(NameEvaluation Evaluation, int Missing)> EvaluateAsync(CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Texts is { } path)
        {
            await foreach (var paper in GoldFile.ReadAsync<PaperTexts>(path, cancellationToken))
            {
                texts[paper.Id] = paper.Abstract;
            }
        }

        var evaluation = new NameEvaluation();
        var missing = 0;
        await foreach (var labels in GoldFile.ReadAsync<NameLabels>(Labels, cancellationToken))
        {
            if (Part is not null && labels.Part != Part)
            {
                continue;
            }

            if ((texts.GetValueOrDefault(labels.Id) ?? labels.Abstract) is { } text)
            {
                evaluation.Add(labels, text);
            }
            else
            {
                missing++;
            }
        }

        return (evaluation, missing);
    }
}
