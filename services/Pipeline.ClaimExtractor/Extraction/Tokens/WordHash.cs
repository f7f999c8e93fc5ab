namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>Hash of a word whatever its case (FNV-1a over lower case), the same in every process and on every machine. Models depend on it.</summary>
internal static class WordHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> word) => Of(word, out _);

    /// <summary>Hash of a word, and how many of its letters are capitals.</summary>
    public static uint Of(ReadOnlySpan<char> word, out int capitals)
    {
        var hash = Basis;
        capitals = 0;
        foreach (var c in word)
        {
            var lower = c;
            if (char.IsAsciiLetterUpper(c))
            {
                capitals++;
                lower = (char)(c | ' ');
            }
            else if (!char.IsAscii(c))
            {
                capitals += char.IsUpper(c) ? 1 : 0;
                lower = char.ToLowerInvariant(c);
            }

            hash = (hash ^ lower) * Prime;
        }

        return hash;
    }
}
