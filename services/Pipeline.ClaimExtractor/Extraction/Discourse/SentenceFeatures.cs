using System.Numerics;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Discourse;

/// <summary>What the discourse model sees of a sentence: hashed words, word sequences, openings, word forms, signs and its place.</summary>
/// <remarks>Training and prediction both read sentences through this class; a change here needs a new model.</remarks>
internal static class SentenceFeatures
{
    private const uint NumberWord = 11;
    private const uint DecimalWord = 12;
    private const uint UrlWord = 13;
    private const uint Start = 14;
    private const uint End = 15;
    private const int LongestSentence = 160;

    private enum Template : uint
    {
        Word = 1,
        Two,
        Three,
        Skip,
        First,
        FirstTwo,
        FirstThree,
        FirstFour,
        Last,
        Suffix,
        Sign,
        Length,
        FromStart,
        FromEnd,
        Tenth,
        Count,
        FirstAtPlace,
        Capital,
        TitleShare,
        TitleRank,
        TitleName,
    }

    /// <summary>Appends the features of one sentence.</summary>
    /// <param name="view">Its tokens.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="count">Sentences of the abstract.</param>
    /// <param name="features">Receives the hashes.</param>
    public static void Append(TokenView view, int index, int count, List<uint> features)
    {
        Span<uint> words = stackalloc uint[LongestSentence];
        var length = Words(view, words, features);
        words = words[..length];
        for (var i = 0; i < length; i++)
        {
            var before = i > 0 ? words[i - 1] : Start;
            var two = i > 1 ? words[i - 2] : Start;
            features.Add(Of(Template.Word, words[i]));
            features.Add(Of(Template.Two, Mix(before, words[i])));
            if (i > 0)
            {
                features.Add(Of(Template.Three, Mix(Mix(two, before), words[i])));
                features.Add(Of(Template.Skip, Mix(two, words[i])));
            }
        }

        AppendEnds(words, features);
        AppendPlace(words, index, count, features);
    }

    /// <summary>Appends what a sentence has in common with the title; nothing without a title.</summary>
    /// <param name="title">What it has in common.</param>
    /// <param name="fromEnd">Sentences that follow it.</param>
    /// <param name="features">Receives the hashes.</param>
    public static void AppendTitle(TitleOverlap title, int fromEnd, List<uint> features)
    {
        if (title.Share is { } share)
        {
            features.Add(Of(Template.TitleShare, (uint)share));
            features.Add(Of(Template.TitleRank, (uint)title.Rank));
            features.Add(Of(Template.TitleRank, (uint)(16 + (4 * Math.Min(fromEnd, 3)) + title.Rank)));
            if (title.HasName)
            {
                features.Add(Of(Template.TitleName, 1));
            }
        }
    }

    private static void AppendEnds(ReadOnlySpan<uint> words, List<uint> features)
    {
        var length = words.Length;
        if (length == 0)
        {
            return;
        }

        features.Add(Of(Template.First, words[0]));
        features.Add(Of(Template.Last, Mix(length > 1 ? words[^2] : Start, words[^1])));
        var opening = words[0];
        for (var i = 1; i < Math.Min(4, length); i++)
        {
            opening = Mix(opening, words[i]);
            features.Add(Of(Template.First + (uint)i, opening));
        }

        features.Add(Of(Template.Two, Mix(words[^1], End)));
    }

    private static void AppendPlace(ReadOnlySpan<uint> words, int index, int count, List<uint> features)
    {
        var fromEnd = count - 1 - index;
        features.Add(Of(Template.FromStart, (uint)Math.Min(index, 7)));
        features.Add(Of(Template.FromEnd, (uint)Math.Min(fromEnd, 7)));
        features.Add(Of(Template.Tenth, (uint)(10 * index / Math.Max(1, count))));
        features.Add(Of(Template.Count, (uint)Math.Min(count, 16)));
        features.Add(Of(Template.Length, (uint)BitOperations.Log2((uint)(words.Length * words.Length) + 1)));
        if (words.Length > 0)
        {
            features.Add(Of(Template.FirstAtPlace, Mix(words[0], (uint)(index == 0 ? 0 : fromEnd == 0 ? 5 : 1 + (4 * index / count)))));
        }
    }

    // Words as hashes of their lower case; hyphens inside a compound are left out, so that "state of the art" is found both ways.
    private static int Words(TokenView view, Span<uint> words, List<uint> features)
    {
        var length = 0;
        for (var i = 0; i < view.Count && length < words.Length; i++)
        {
            var token = view.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Word:
                    words[length++] = token.Hash;
                    if (token.End - token.Start > 4)
                    {
                        features.Add(Of(Template.Suffix, Suffix(view.Text.AsSpan(token.End - 3, 3))));
                    }

                    if (token.Capitals > 1 || (token.Capitals == 1 && length > 1))
                    {
                        features.Add(Of(Template.Capital, (uint)Math.Min((int)token.Capitals, 3)));
                    }

                    break;
                case TokenKind.Number:
                    words[length++] = token.In(view.Text).Contains('.') ? DecimalWord : NumberWord;
                    break;
                case TokenKind.Url:
                    words[length++] = UrlWord;
                    break;
                default:
                    if (!view.IsJoint(i))
                    {
                        words[length++] = view.Text[token.Start];
                    }

                    break;
            }
        }

        return length;
    }

    private static uint Suffix(ReadOnlySpan<char> letters)
    {
        var suffix = 0u;
        foreach (var letter in letters)
        {
            suffix = (suffix << 8) | (byte)char.ToLowerInvariant(letter);
        }

        return suffix;
    }

    private static uint Of(Template template, uint value) => Finish((value * 0x9E3779B1u) ^ ((uint)template * 0x85EBCA6Bu));

    private static uint Mix(uint left, uint right) => (BitOperations.RotateLeft(left * 0xCC9E2D51u, 15) ^ right) * 0x1B873593u;

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
