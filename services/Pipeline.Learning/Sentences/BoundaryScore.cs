namespace Pipeline.Learning.Sentences;

/// <summary>How well inner boundaries of sentences were found. The ends of an abstract do not count, as nobody can miss them.</summary>
/// <param name="Abstracts">Abstracts compared.</param>
/// <param name="Boundaries">Boundaries in the labelled data.</param>
/// <param name="Found">Boundaries that the splitter set.</param>
/// <param name="Right">Those in both.</param>
public readonly record struct BoundaryScore(int Abstracts, int Boundaries, int Found, int Right)
{
    /// <summary>Share of the boundaries set that are right, 0 to 1; 1 when none was set.</summary>
    public double Precision => Share(Right, Found);

    /// <summary>Share of the labelled boundaries that were set, 0 to 1; 1 when there is none.</summary>
    public double Recall => Share(Right, Boundaries);

    /// <summary>Harmonic mean of the two, 0 to 1.</summary>
    public double F1 => Share(2 * Right, Found + Boundaries);

    /// <summary>The score over the abstracts of both: each boundary counts the same.</summary>
    public BoundaryScore Add(BoundaryScore other)
        => new(Abstracts + other.Abstracts, Boundaries + other.Boundaries, Found + other.Found, Right + other.Right);

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
