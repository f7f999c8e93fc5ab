namespace Pipeline.TopicClassifier.Classification;

/// <summary>Makes spellings of a word meet: lower case, and the plural as the singular.</summary>
internal static class WordFolding
{
    /// <summary>Longest word that can be part of a term, in UTF-16 code units; what is longer is no word of any term.</summary>
    public const int MaxLength = 40;

    // Shorter words ("gas", "ios") lose too much with their last letter.
    private const int ShortestPlural = 4;

    /// <summary>Writes the folded word.</summary>
    /// <returns>Its length; 0 when the word is too long.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > MaxLength)
        {
            return 0;
        }

        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            folded[i] = char.IsAscii(c) ? (char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c) : char.ToLowerInvariant(c);
        }

        return Singular(folded[..word.Length]);
    }

    private static int Singular(Span<char> word)
    {
        if (word.Length < ShortestPlural || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
        {
            return word.Length;
        }

        if (word.EndsWith("ies") && word.Length > ShortestPlural)
        {
            word[^3] = 'y';
            return word.Length - 2;
        }

        return word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes")
            ? word.Length - 2
            : word.Length - 1;
    }
}
