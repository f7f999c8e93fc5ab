namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Which program, in which version, produced a section. Changes whenever equal input may give other output.</summary>
public sealed record StageVersion
{
    /// <summary>Name of the method, for example <c>cues</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its version, for example <c>1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Version of the taxonomy it assigns from, for example <c>arxiv/1</c>; null where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Taxonomy { get; init; }

    /// <summary>One short text that identifies it, for example <c>cues/1</c> or <c>terms/1+arxiv/1</c>.</summary>
    public override string ToString() => Taxonomy is null ? $"{Name}/{Version}" : $"{Name}/{Version}+{Taxonomy}";

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <returns>Null when the text is no such thing.</returns>
    public static StageVersion? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var end = plus < 0 ? text.Length : plus;
        return slash <= 0 || slash + 1 >= end || plus == text.Length - 1
            ? null
            : new() { Name = text[..slash], Version = text[(slash + 1)..end], Taxonomy = plus < 0 ? null : text[(plus + 1)..] };
    }

    /// <summary>Whether it is an earlier version of the same method over the same taxonomy: its numbers, separated by dots, are lower.</summary>
    /// <remarks>Of two methods none is older, and what is no number has no order: then the answer is no.</remarks>
    public bool IsOlderThan(StageVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name && TaxonomyName == other.TaxonomyName
            && Compare(Version, other.Version) is var method && Compare(TaxonomyVersion, other.TaxonomyVersion) is var taxonomy
            && (method < 0 ? taxonomy is not null : method == 0 && taxonomy < 0);
    }

    private string? TaxonomyName => Taxonomy?.Split('/')[0];

    private string TaxonomyVersion => Taxonomy?.Split('/', 2) is [_, var version] ? version : "";

    // Null without an order.
    private static int? Compare(string one, string other)
    {
        if (one == other)
        {
            return 0;
        }

        var (first, second) = (Numbers(one), Numbers(other));
        if (first is null || second is null)
        {
            return null;
        }

        for (var i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            var order = first.ElementAtOrDefault(i).CompareTo(second.ElementAtOrDefault(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static List<int>? Numbers(string version)
    {
        var numbers = new List<int>();
        foreach (var part in version.Split('.'))
        {
            if (!int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
