using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Sqlite.Papers;

/// <summary>The words by which a text is found: cut as <see cref="SearchWords"/> cuts a question, but all of them.</summary>
internal static class TextWords
{
    /// <summary>Each word once, lower case.</summary>
    public static HashSet<string> Of(params ReadOnlySpan<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var seen = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            var lower = text.ToLowerInvariant();
            for (var start = 0; start < lower.Length;)
            {
                var length = WordAt(lower.AsSpan(start));
                seen.Add(lower.AsSpan(start, length));
                start += length + 1;
            }
        }

        words.Remove("");
        return words;
    }

    /// <summary>The words of the texts as a search table takes them.</summary>
    public static string Row(params ReadOnlySpan<string> texts) => string.Join(' ', Of(texts));

    /// <summary>What to match in a search table: all words of a question.</summary>
    /// <returns>Null when the question has no word, and every text therefore has them all.</returns>
    public static string? Match(string? question)
    {
        // Quoted, a word is never read as an operator; it holds letters and digits only, so nothing in it ends the quote.
        var words = SearchWords.Of(question);
        return words.Count == 0 ? null : string.Join(" AND ", words.Select(word => $"\"{word}\""));
    }

    private static int WordAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || char.IsNumber(text[length])))
        {
            length++;
        }

        return length;
    }
}
