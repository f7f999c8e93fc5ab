using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Evaluation;

/// <summary>Finds for each labelled sentence the one that the stage cut there.</summary>
internal static class SentenceMatch
{
    /// <summary>Index of the sentence that overlaps most with each labelled one; the first of several that overlap as much, the nearest before where none does.</summary>
    /// <param name="gold">Labelled spans, in order and without overlap.</param>
    /// <param name="found">Spans of the stage, in order and without overlap; at least one when there is a labelled one.</param>
    public static int[] Of(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> found)
    {
        var matches = new int[gold.Count];
        var first = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            while (first + 1 < found.Count && found[first].End <= gold[i].Start)
            {
                first++;
            }

            matches[i] = first;
            for (var other = first + 1; other < found.Count && found[other].Start < gold[i].End; other++)
            {
                matches[i] = Overlap(gold[i], found[other]) > Overlap(gold[i], found[matches[i]]) ? other : matches[i];
            }
        }

        return matches;
    }

    private static int Overlap(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
}
