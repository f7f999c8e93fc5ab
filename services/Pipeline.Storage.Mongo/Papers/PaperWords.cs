using System.Globalization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>The words by which a text is found: cut as <see cref="SearchWords"/> cuts a question, but all of them.</summary>
/// <remarks>
/// Stored with the paper and indexed, in place of a text index: those cut <c>GPT-4</c> or <c>foo_bar</c> by rules of
/// their own, which differ between servers and from <see cref="SearchWords"/>.
/// </remarks>
internal static class PaperWords
{
    /// <summary>Each word once, lower case, in order of appearance.</summary>
    public static HashSet<string> Of(params ReadOnlySpan<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Collect(text, words);
        }

        return words;
    }

    private static void Collect(string text, HashSet<string> words)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && IsPartOfWord(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }
    }

    private static bool IsPartOfWord(char c)
        => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
