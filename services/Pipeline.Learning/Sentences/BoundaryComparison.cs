using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Sentences;

/// <summary>The boundaries of one abstract against those that people set.</summary>
/// <param name="Score">Counts of this abstract.</param>
/// <param name="Errors">Differences in the order of the text.</param>
public sealed record BoundaryComparison(BoundaryScore Score, IReadOnlyList<BoundaryError> Errors)
{
    private const int Context = 60;

    /// <summary>Compares by where sentences begin, so that white space around them does not matter; empty sentences have no boundary.</summary>
    /// <param name="gold">The abstract as people split it.</param>
    /// <param name="split">Splits the sentences joined by one space.</param>
    public static BoundaryComparison Of(GoldSentences gold, Func<string, IReadOnlyList<TextSpan>> split)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(split);
        var text = string.Join(' ', gold.Sentences);
        var expected = InnerStarts(gold.Sentences);
        var actual = split(text).Skip(1).Select(span => span.Start).ToHashSet();
        var errors = expected.Except(actual).Select(at => Error(gold.Id, BoundaryErrorKind.Missed, text, at))
            .Concat(actual.Except(expected).Select(at => Error(gold.Id, BoundaryErrorKind.Extra, text, at)))
            .OrderBy(error => error.At);
        return new(new(1, expected.Count, actual.Count, expected.Intersect(actual).Count()), [.. errors]);
    }

    private static HashSet<int> InnerStarts(IReadOnlyList<string> sentences)
    {
        var starts = new List<int>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                starts.Add(at + sentence.Length - sentence.TrimStart().Length);
            }

            at += sentence.Length + 1;
        }

        return [.. starts.Skip(1)];
    }

    private static BoundaryError Error(string? id, BoundaryErrorKind kind, string text, int at)
        => new(id, kind, at, text[Math.Max(0, at - Context)..at].TrimEnd(), text[at..Math.Min(text.Length, at + Context)]);
}
