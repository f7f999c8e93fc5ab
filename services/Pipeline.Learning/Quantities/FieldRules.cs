using System.Text;

namespace Pipeline.Learning.Quantities;

/// <summary>When a found value, unit or phrase counts as the labelled one.</summary>
public static class FieldRules
{
    private const double RelativeTolerance = 1e-6;
    private const double LeastShare = 0.5;

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "our", "its", "their" };

    /// <summary>Whether the numbers are the same, in order.</summary>
    public static bool SameValues(IReadOnlyList<double> gold, IReadOnlyList<double> found)
        => gold.Count == found.Count && gold.Zip(found).All(pair => Math.Abs(pair.First - pair.Second) <= RelativeTolerance * Math.Max(1, Math.Abs(pair.First)));

    /// <summary>Whether the units are the same but for white space, minus signs and the spelling of percent and times.</summary>
    public static bool SameUnit(string? gold, string? found)
        => string.Equals(Normalize(gold), Normalize(found), StringComparison.Ordinal);

    /// <summary>Whether two phrases mean the same: without articles and case, they share at least half of their words.</summary>
    public static bool SamePhrase(string gold, string found)
    {
        var (wanted, given) = (Words(gold), Words(found));
        var shared = wanted.Count(given.Contains);
        return wanted.Count + given.Count > 0 && 2.0 * shared / (wanted.Count + given.Count) >= LeastShare;
    }

    private static string Normalize(string? unit)
    {
        var text = new StringBuilder();
        foreach (var c in unit ?? "")
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c is '−' or '–' ? '-' : c == 'µ' ? 'μ' : c);
            }
        }

        return text.ToString() switch { "percent" or "percentagepoints" => "%", "times" or "×" or "fold" => "x", var other => other };
    }

    private static HashSet<string> Words(string phrase)
        => phrase.Split([' ', '-', '(', ')', ',', '.', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Articles.Contains(word))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
