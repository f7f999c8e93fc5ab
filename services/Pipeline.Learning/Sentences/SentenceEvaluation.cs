using Pipeline.ClaimExtractor.Extraction;

namespace Pipeline.Learning.Sentences;

/// <summary>The splitter measured on one file of labelled data.</summary>
/// <param name="Score">Over all boundaries of the file.</param>
/// <param name="Errors">Those of the abstracts with most errors first; abstracts with as many stay in the order of the file.</param>
public sealed record SentenceEvaluation(BoundaryScore Score, IReadOnlyList<BoundaryError> Errors)
{
    /// <summary>Splits and compares every abstract of a file with <c>sentences</c>.</summary>
    /// <param name="path">JSON Lines.</param>
    /// <param name="mostErrors">Errors kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GoldFileException">The file cannot be read; names the line.</exception>
    public static async Task<SentenceEvaluation> RunAsync(string path, int mostErrors, CancellationToken cancellationToken)
    {
        var score = default(BoundaryScore);
        var wrong = new List<BoundaryComparison>();
        await foreach (var gold in GoldFile.ReadAsync<GoldSentences>(path, cancellationToken))
        {
            var comparison = BoundaryComparison.Of(gold, SentenceSplitter.Split);
            score = score.Add(comparison.Score);
            if (comparison.Errors.Count > 0)
            {
                wrong.Add(comparison);
            }
        }

        return new(score, [.. wrong.OrderByDescending(comparison => comparison.Errors.Count).SelectMany(comparison => comparison.Errors).Take(mostErrors)]);
    }
}
