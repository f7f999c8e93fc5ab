namespace Pipeline.Learning.Evaluation.Scores;

/// <summary>How well one class was told from the others. A share of nothing is null.</summary>
/// <param name="Support">Sentences that have the label.</param>
/// <param name="Predicted">Sentences that were given it.</param>
/// <param name="Right">Those in both.</param>
public readonly record struct ClassScore(int Support, int Predicted, int Right)
{
    /// <summary>Share of those given the label that have it, 0 to 1.</summary>
    public double? Precision => Share(Right, Predicted);

    /// <summary>Share of those that have the label that were given it, 0 to 1.</summary>
    public double? Recall => Share(Right, Support);

    /// <summary>Harmonic mean of the two, 0 to 1; null when the class does not occur at all.</summary>
    public double? F1 => Share(2 * Right, Predicted + Support);

    internal static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
