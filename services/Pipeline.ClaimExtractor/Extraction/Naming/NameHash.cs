using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Hashes of names and words, the same in every process and on every machine.</summary>
internal static class NameHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Of the letters, digits and plus signs, whatever their case: "CIFAR10" and "CIFAR-10" agree.</summary>
    public static uint OfName(ReadOnlySpan<char> name)
    {
        var hash = Basis;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '+')
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            }
        }

        return Final(hash);
    }

    /// <summary>Of all characters, whatever their case.</summary>
    public static uint OfWord(ReadOnlySpan<char> word) => Final(WordHash.Of(word));

    /// <summary>Of a token's text, whatever its case.</summary>
    public static uint OfWord(TokenView view, int at) => view.HashOf(at) is > 0 and var hash ? Final(hash) : OfWord(view.Of(at));

    /// <summary>Of two hashes in this order.</summary>
    public static uint Of(uint first, uint second) => Final((first * 31) ^ (second + 0x9E3779B9u + (first << 6)));

    private static uint Final(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
