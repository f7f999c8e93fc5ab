using System.Text.RegularExpressions;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How a search text is cut into words; both stores search by these.</summary>
public static partial class SearchWords
{
    /// <summary>Most words of a search text that count.</summary>
    public const int MaxWords = 16;

    /// <summary>Runs of letters and digits, lower case, each once, in order.</summary>
    public static IReadOnlyList<string> Of(string? text)
        => text is null ? [] : [.. Word.Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct().Take(MaxWords)];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }
}
