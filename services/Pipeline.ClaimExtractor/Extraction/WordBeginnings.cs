namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Tells words by how they begin.</summary>
internal static class WordBeginnings
{
    private const int LowerCase = 0x20;

    /// <summary>Whether a word begins with one of these, in either case.</summary>
    /// <param name="word">A word.</param>
    /// <param name="beginnings">In lower case, and none of them empty.</param>
    public static bool Begins(ReadOnlySpan<char> word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            // The first letter alone tells most words.
            if ((word[0] | LowerCase) == beginning[0] && word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
