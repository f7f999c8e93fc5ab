using Pipeline.Learning.Evaluation.Gold;
using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Evaluation;

/// <summary>How well one question about sentences was answered.</summary>
public sealed record LabelEvaluation
{
    /// <summary>Answers of the stage.</summary>
    public required ConfusionMatrix Matrix { get; init; }

    /// <summary>Of a yes or no, the probability of yes; else of the answer given.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>What costs no model; never empty.</summary>
    public required IReadOnlyList<Baseline> Baselines { get; init; }

    /// <summary>Wrong answers, the surest first; those as sure stay in the order of the file.</summary>
    public required IReadOnlyList<LabelError> Errors { get; init; }

    /// <summary>Whether the baselines were learned from other abstracts, and not from these.</summary>
    public required bool IsTrained { get; init; }

    internal static LabelEvaluation Of(
        LabelTask task, IEnumerable<JudgedSentence> sentences, IReadOnlyList<LabelledAbstract> training, int mostErrors)
    {
        var asked = sentences.Where(sentence => task.Gold(sentence.Gold) is not null).ToList();
        var isBinary = task.Classes.Count == 2;
        var trained = PlaceShares.Learn(task.Classes.Count, Labels(task, training));
        return new()
        {
            Matrix = ConfusionMatrix.Of(task.Classes, asked.Select(sentence => (Gold(sentence), task.Predicted(sentence.Answer)))),
            Calibration = Calibration.Of(asked.Select(sentence => (
                task.Score(sentence.Answer), isBinary ? Gold(sentence) == 1 : Gold(sentence) == task.Predicted(sentence.Answer)))),
            Baselines = [.. Baseline.All(task.Classes, [.. asked.Select(sentence => (Place(sentence), Gold(sentence)))], trained)],
            Errors = [.. asked.Where(sentence => Gold(sentence) != task.Predicted(sentence.Answer))
                .Select(sentence => Error(task, sentence))
                .OrderByDescending(error => error.Score)
                .Take(mostErrors)],
            IsTrained = trained is not null,
        };

        int Gold(JudgedSentence sentence) => task.Gold(sentence.Gold)!.Value;
    }

    private static int Place(JudgedSentence sentence) => PlaceShares.PlaceOf(sentence.Index, sentence.Abstract.Sentences.Count);

    private static IEnumerable<(int Place, int Label)> Labels(LabelTask task, IReadOnlyList<LabelledAbstract> training)
        => from labelled in training
           from item in labelled.Sentences.Index()
           let label = task.Gold(item.Item)
           where label is not null
           select (PlaceShares.PlaceOf(item.Index, labelled.Sentences.Count), label.Value);

    private static LabelError Error(LabelTask task, JudgedSentence sentence)
    {
        var predicted = task.Predicted(sentence.Answer);
        var score = task.Score(sentence.Answer);
        return new(
            sentence.Abstract.Id,
            sentence.Index,
            task.Classes[task.Gold(sentence.Gold)!.Value],
            task.Classes[predicted],
            task.Classes.Count == 2 && predicted == 0 ? 1 - score : score,
            sentence.Gold.Span.Of(sentence.Abstract.Text!));
    }
}
