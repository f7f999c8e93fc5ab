using Pipeline.Learning.Evaluation.Scores;

namespace Pipeline.Learning.Evaluation;

/// <summary>Answers that need no model, to see what a model adds.</summary>
/// <param name="Kind">How they were given.</param>
/// <param name="Matrix">How well.</param>
public sealed record Baseline(BaselineKind Kind, ConfusionMatrix Matrix)
{
    /// <param name="classes">Possible answers.</param>
    /// <param name="sentences">Place and right answer of each sentence.</param>
    /// <param name="trained">Learned from other abstracts; null when there are none.</param>
    internal static IEnumerable<Baseline> All(IReadOnlyList<string> classes, IReadOnlyList<(int Place, int Label)> sentences, PlaceShares? trained)
    {
        var majority = (trained ?? PlaceShares.Learn(classes.Count, sentences))?.Majority ?? 0;
        yield return Of(BaselineKind.Majority, _ => majority);
        if (classes.Count == 2)
        {
            yield return Of(BaselineKind.All, _ => 1);
        }

        if (trained is not null)
        {
            yield return Of(BaselineKind.Place, trained.Predict);
        }

        Baseline Of(BaselineKind kind, Func<int, int> predict)
            => new(kind, ConfusionMatrix.Of(classes, sentences.Select(sentence => (sentence.Label, predict(sentence.Place)))));
    }
}

/// <summary>How answers can be given without a model.</summary>
public enum BaselineKind
{
    /// <summary>The most frequent class for every sentence.</summary>
    Majority,

    /// <summary>Yes for every sentence.</summary>
    All,

    /// <summary>The class that is likely at the sentence's place in its abstract.</summary>
    Place,
}
