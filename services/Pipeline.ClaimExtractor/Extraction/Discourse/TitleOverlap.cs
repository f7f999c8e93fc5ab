using System.Numerics;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>How much of the title a sentence says again: what a title states, the abstract tends to conclude.</summary>
/// <param name="Share">Share of the title's longer words, in fifths from 0 to 5; null without a title.</param>
/// <param name="Rank">0 for the sentence that says most of it, 1 for the second, 2 for all others.</param>
/// <param name="HasName">It has what stands before the title's colon, such as the name of a method.</param>
internal readonly record struct TitleOverlap(int? Share, int Rank, bool HasName)
{
    private const int MostWords = 32;
    private const int ShortestWord = 4;
    private const int LongestName = 4;
    private const int Fifths = 5;

    // Inflections share their beginning.
    private const int Stem = 6;

    /// <summary>Compares all sentences with the title.</summary>
    public static TitleOverlap[] Of(string title, TokenizedText text)
    {
        var result = new TitleOverlap[text.Sentences.Count];
        Span<uint> words = stackalloc uint[MostWords];
        var count = WordsOf(title, words, out var name);
        if (count == 0)
        {
            return result;
        }

        for (var i = 0; i < result.Length; i++)
        {
            var found = Found(text.ViewOf(i), words[..count]);
            result[i] = new(((Fifths * BitOperations.PopCount(found)) + count - 1) / count, 2, name != 0 && (found & name) == name);
        }

        SetRanks(result);
        return result;
    }

    private static void SetRanks(TitleOverlap[] overlaps)
    {
        for (var rank = 0; rank < 2; rank++)
        {
            var best = -1;
            for (var i = 0; i < overlaps.Length; i++)
            {
                best = overlaps[i] is { Rank: 2, Share: > 0 } && (best < 0 || overlaps[i].Share > overlaps[best].Share) ? i : best;
            }

            if (best >= 0)
            {
                overlaps[best] = overlaps[best] with { Rank = rank };
            }
        }
    }

    private static uint Found(TokenView view, ReadOnlySpan<uint> words)
    {
        var found = 0u;
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Is(i, TokenKind.Word) && view.Tokens[i].End - view.Tokens[i].Start >= ShortestWord)
            {
                var at = words.IndexOf(Hash(view.Of(i)));
                found |= at < 0 ? 0 : 1u << at;
            }
        }

        return found;
    }

    // The longer words of a title, each once; which of them stand before its colon.
    private static int WordsOf(string title, Span<uint> words, out uint name)
    {
        var count = 0;
        name = 0;
        for (var i = 0; i < title.Length && count < words.Length;)
        {
            if (title[i] == ':' && name == 0 && count <= LongestName)
            {
                name = (1u << count) - 1;
            }

            var end = i;
            while (end < title.Length && char.IsLetterOrDigit(title[end]))
            {
                end++;
            }

            if (end - i >= ShortestWord && !words[..count].Contains(Hash(title.AsSpan(i, end - i))))
            {
                words[count++] = Hash(title.AsSpan(i, end - i));
            }

            i = Math.Max(i + 1, end);
        }

        return count;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word[..Math.Min(Stem, word.Length)])
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619u;
        }

        return hash;
    }
}
