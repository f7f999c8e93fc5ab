namespace Pipeline.TopicClassifier.Classification;

/// <summary>How alike two names are, by the pairs of letters they share: a mistyped name finds the one that was meant.</summary>
internal static class NameLikeness
{
    /// <summary>From here on, one name is worth showing to whoever typed the other.</summary>
    public const double Worth = 0.34;

    // What somebody types by mistake is short; the rest of a pasted text says nothing.
    private const int MaxLength = 64;

    /// <summary>Twice the different pairs shared over those of both: 1 for equal names, 0 for names without one in common.</summary>
    public static double Of(string one, string other)
    {
        var left = Pairs(one);
        var right = Pairs(other);
        var all = left.Count + right.Count;
        left.IntersectWith(right);
        return all == 0 ? 0 : 2.0 * left.Count / all;
    }

    // The edges count as letters, so that names of one letter have pairs, and beginnings weigh more.
    private static HashSet<(char, char)> Pairs(string name)
    {
        var text = name.Length > MaxLength ? name[..MaxLength] : name;
        var pairs = new HashSet<(char, char)>();
        var before = ' ';
        foreach (var c in text)
        {
            pairs.Add((before, c));
            before = c;
        }

        if (text.Length > 0)
        {
            pairs.Add((before, ' '));
        }

        return pairs;
    }
}
