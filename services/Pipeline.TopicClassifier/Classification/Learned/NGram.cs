using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.TopicClassifier.Classification.Learned;

/// <summary>A word, or two in a row, at a place of a paper.</summary>
/// <param name="Key">Hash of its folded letters; the same wherever it stands.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="In">The text it stands in.</param>
internal readonly record struct NGram(uint Key, int Start, int End, TextPart In);

/// <summary>Cuts texts into words and pairs of words.</summary>
internal static class NGrams
{
    /// <summary>Code units of a text that are read; what comes later is no abstract any more.</summary>
    public const int MostRead = 20_000;

    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Adds every word of a text, and every pair that only a short space or hyphen parts, in order.</summary>
    /// <returns>Number of words.</returns>
    public static int Read(string text, TextPart part, List<NGram> grams)
    {
        var (words, before, startBefore) = (0, 0u, 0);
        var length = Math.Min(text.Length, MostRead);
        for (var at = 0; at < length;)
        {
            var start = NextWord(text, at, length);
            if (start == length)
            {
                break;
            }

            var isJoined = words > 0 && TermWords.Joins(text.AsSpan(at, start - at));
            var (hash, end) = Hash(text, start, length);
            var word = Mix(hash);
            grams.Add(new(word, start, end, part));
            if (isJoined)
            {
                grams.Add(new(Mix((before * 31) + (word * 17) + 1), startBefore, end, part));
            }

            (words, before, startBefore, at) = (words + 1, word, start, end);
        }

        return words;
    }

    private static int NextWord(string text, int at, int length)
    {
        while (at < length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static (uint Hash, int End) Hash(string text, int at, int length)
    {
        var hash = Seed;
        for (; at < length && char.IsLetterOrDigit(text[at]); at++)
        {
            var c = text[at];
            hash = (hash ^ (char.IsAscii(c) ? (char.IsAsciiLetterUpper(c) ? (uint)(c | 0x20) : c) : char.ToLowerInvariant(c))) * Prime;
        }

        return (hash, at);
    }

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7feb352d;
        hash = (hash ^ (hash >> 15)) * 0x846ca68b;
        return hash ^ (hash >> 16);
    }
}
