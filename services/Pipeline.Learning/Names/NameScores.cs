using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Names;

/// <summary>Counts of one kind of name over abstracts: found rightly, found wrongly, missed.</summary>
/// <param name="Strict">By exactly the labelled characters.</param>
/// <param name="Overlap">By any common character; each label counts once.</param>
public sealed record NameScores(Tally Strict, Tally Overlap)
{
    /// <summary>Nothing yet.</summary>
    public static NameScores Zero { get; } = new(default, default);

    /// <summary>Scores one abstract.</summary>
    /// <param name="labels">Labelled spans, in any order.</param>
    /// <param name="found">Found spans, in any order.</param>
    public static NameScores Of(IReadOnlyCollection<TextSpan> labels, IReadOnlyCollection<TextSpan> found)
    {
        var strict = labels.Intersect(found).Count();
        var overlap = Matches(labels, found).Count;
        return new(Tally.Of(strict, labels.Count, found.Count), Tally.Of(overlap, labels.Count, found.Count));
    }

    /// <summary>Pairs labels with what was found; the same characters first, then whatever overlaps, each at most once.</summary>
    public static IReadOnlyList<(TextSpan Label, TextSpan Found)> Matches(IReadOnlyCollection<TextSpan> labels, IReadOnlyCollection<TextSpan> found)
    {
        var pairs = labels.Intersect(found).Select(span => (span, span)).ToList();
        var free = found.Except(labels).OrderBy(span => span.Start).ToList();
        foreach (var label in labels.Except(found).OrderBy(span => span.Start))
        {
            var at = free.FindIndex(span => span.Start < label.End && label.Start < span.End);
            if (at >= 0)
            {
                pairs.Add((label, free[at]));
                free.RemoveAt(at);
            }
        }

        return pairs;
    }

    /// <summary>Both together.</summary>
    public static NameScores operator +(NameScores a, NameScores b) => new(a.Strict + b.Strict, a.Overlap + b.Overlap);
}

/// <summary>How many were right, wrong and missed.</summary>
/// <param name="Right">Found and labelled.</param>
/// <param name="Wrong">Found, not labelled.</param>
/// <param name="Missed">Labelled, not found.</param>
public readonly record struct Tally(int Right, int Wrong, int Missed)
{
    /// <summary>Share of what was found that is right, 0 to 1; 0 when nothing was found.</summary>
    public double Precision => Share(Right, Right + Wrong);

    /// <summary>Share of the labels that was found, 0 to 1; 0 when there are none.</summary>
    public double Recall => Share(Right, Right + Missed);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Share(2 * Right, (2 * Right) + Wrong + Missed);

    /// <summary>From sizes.</summary>
    public static Tally Of(int right, int labels, int found) => new(right, found - right, labels - right);

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
