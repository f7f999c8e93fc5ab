namespace Pipeline.Learning.Keyphrases;

/// <summary>How many of the first phrases of each paper are labelled terms.</summary>
/// <param name="Given">Phrases given.</param>
/// <param name="Right">Those that are a labelled term of their paper.</param>
/// <param name="Labelled">Labelled terms, each once a paper.</param>
public readonly record struct KeyphraseScores(int Given, int Right, int Labelled)
{
    /// <summary>Share of the phrases given that are right, 0 to 1.</summary>
    public double Precision => Given == 0 ? 0 : (double)Right / Given;

    /// <summary>Share of the labelled terms that were given, 0 to 1.</summary>
    public double Recall => Labelled == 0 ? 0 : (double)Right / Labelled;

    /// <summary>Counts of both together.</summary>
    public static KeyphraseScores operator +(KeyphraseScores left, KeyphraseScores right)
        => new(left.Given + right.Given, left.Right + right.Right, left.Labelled + right.Labelled);

    /// <summary>Counts those of one paper.</summary>
    /// <param name="given">Keys of the phrases, best first.</param>
    /// <param name="most">How many of them count.</param>
    /// <param name="labelled">Keys of the labelled terms.</param>
    public static KeyphraseScores Of(IReadOnlyList<string> given, int most, IReadOnlySet<string> labelled)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(labelled);
        var first = given.Take(most).ToList();
        return new(first.Count, first.Count(labelled.Contains), labelled.Count);
    }
}
