using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.Learning.Evaluation.Gold;

namespace Pipeline.Learning.Evaluation;

/// <summary>One file of labels with the answers of the claim stage.</summary>
/// <param name="Abstracts">Abstracts of the part measured.</param>
/// <param name="Sentences">All their sentences, in order.</param>
/// <param name="Training">What baselines learn from.</param>
internal sealed record JudgedFile(int Abstracts, IReadOnlyList<JudgedSentence> Sentences, IReadOnlyList<LabelledAbstract> Training)
{
    /// <summary>Labelled sentences that the stage cut otherwise.</summary>
    public int CutOtherwise => Sentences.Count(sentence => !sentence.IsCutAlike);

    /// <summary>Reads a file and asks the stage about every sentence.</summary>
    /// <param name="path">The labels.</param>
    /// <param name="input">What else to read.</param>
    /// <param name="isLabelled">Whether a sentence has the labels that are to be measured.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GoldFileException">A file cannot be read, or has other labels.</exception>
    public static async Task<JudgedFile> ReadAsync(
        string path, EvaluationInput input, Func<LabelledSentence, bool> isLabelled, CancellationToken cancellationToken)
    {
        var labelled = await LabelledFile.ReadAsync(path, input.Part, input.Texts, cancellationToken);
        if (labelled.FirstOrDefault(item => !item.Sentences.All(isLabelled)) is { } other)
        {
            throw new GoldFileException($"{path}: {other.Id ?? "an abstract without id"}: has no labels of this kind.", null);
        }

        var analyzer = new ClaimAnalyzer();
        var sentences = labelled.SelectMany(item => JudgedSentence.Of(item, one => Analyze(analyzer, one))).ToList();
        return new(labelled.Count, sentences, await input.ReadTrainingAsync(cancellationToken));
    }

    public LabelEvaluation Evaluate(LabelTask task, int mostErrors) => LabelEvaluation.Of(task, Sentences, Training, mostErrors);

    private static IReadOnlyList<Sentence> Analyze(ClaimAnalyzer analyzer, LabelledAbstract item)
        => item.IsSplit
            ? analyzer.Analyze(item.Id ?? "", item.Title, [.. item.Sentences.Select(sentence => sentence.Span.Of(item.Text!))]).Sentences
            : analyzer.Analyze(item.Id ?? "", item.Title, item.Text!).Sentences;
}
