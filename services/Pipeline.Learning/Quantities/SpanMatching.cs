using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Quantities;

/// <summary>Pairs found spans with labelled ones.</summary>
public static class SpanMatching
{
    /// <summary>
    /// Pairs each labelled quantity, in order, with the first found one that shares a character with it and is not yet taken;
    /// one with equal ends is preferred.
    /// </summary>
    /// <returns>For each labelled quantity the index of the found one, or -1.</returns>
    public static int[] Match(IReadOnlyList<GoldQuantity> gold, IReadOnlyList<Quantity> found)
    {
        var taken = new bool[found.Count];
        var pairs = new int[gold.Count];
        Array.Fill(pairs, -1);
        Pair(gold, found, pairs, taken, IsEqual);
        Pair(gold, found, pairs, taken, Overlaps);
        return pairs;
    }

    /// <summary>Whether both have the same ends.</summary>
    public static bool IsEqual(GoldQuantity gold, Quantity found) => gold.Start == found.Start && gold.End == found.End;

    private static bool Overlaps(GoldQuantity gold, Quantity found) => gold.Start < found.End && found.Start < gold.End;

    private static void Pair(IReadOnlyList<GoldQuantity> gold, IReadOnlyList<Quantity> found, int[] pairs, bool[] taken, Func<GoldQuantity, Quantity, bool> fits)
    {
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < found.Count && pairs[i] < 0; j++)
            {
                if (!taken[j] && fits(gold[i], found[j]))
                {
                    pairs[i] = j;
                    taken[j] = true;
                }
            }
        }
    }
}
