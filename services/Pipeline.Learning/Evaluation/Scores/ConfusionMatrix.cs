namespace Pipeline.Learning.Evaluation.Scores;

/// <summary>Counts sentences by the class they have and the class they were given.</summary>
/// <param name="Classes">Names, in the order of the classes' numbers.</param>
public sealed record ConfusionMatrix(IReadOnlyList<string> Classes)
{
    private readonly int[] _counts = new int[Classes.Count * Classes.Count];

    /// <summary>Sentences counted.</summary>
    public int Total { get; private set; }

    /// <summary>Those given the class they have.</summary>
    public int Right => Enumerable.Range(0, Classes.Count).Sum(label => this[label, label]);

    /// <summary>Share that is right, which is also the micro-averaged F1, 0 to 1; null without sentences.</summary>
    public double? Accuracy => ClassScore.Share(Right, Total);

    /// <summary>Mean F1 of the classes that occur, labelled or given, 0 to 1; null when none does.</summary>
    public double? MacroF1 => Enumerable.Range(0, Classes.Count).Average(label => Of(label).F1);

    /// <summary>Sentences of one class that were given another, or the same.</summary>
    public int this[int gold, int predicted] => _counts[(gold * Classes.Count) + predicted];

    /// <summary>The figures of one class.</summary>
    public ClassScore Of(int label) => new(
        Enumerable.Range(0, Classes.Count).Sum(other => this[label, other]),
        Enumerable.Range(0, Classes.Count).Sum(other => this[other, label]),
        this[label, label]);

    internal static ConfusionMatrix Of(IReadOnlyList<string> classes, IEnumerable<(int Gold, int Predicted)> sentences)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach (var (gold, predicted) in sentences)
        {
            matrix._counts[(gold * classes.Count) + predicted]++;
            matrix.Total++;
        }

        return matrix;
    }
}
