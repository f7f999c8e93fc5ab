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

    /// <summary>Whether a text has all of these words, which <see cref="Of"/> cut.</summary>
    public static bool AreIn(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0)
        {
            return true;
        }

        var lower = text.ToLowerInvariant();
        return words.All(word => IsIn(lower, word));
    }

    private static bool IsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsPart(text[at - 1])) && (end == text.Length || !IsPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetter(c) || char.IsNumber(c);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }
}
