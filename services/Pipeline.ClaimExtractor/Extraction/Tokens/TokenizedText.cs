using System.Runtime.InteropServices;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>An abstract, its sentences and their tokens. Made once and read by every rule.</summary>
internal sealed class TokenizedText
{
    private readonly List<Token> _tokens;
    private readonly int[] _firstTokens;

    public TokenizedText(string text, IReadOnlyList<TextSpan> sentences, IReadOnlyList<Quote> urls)
    {
        Text = text;
        Sentences = sentences;
        _tokens = new(text.Length / 5);
        _firstTokens = new int[sentences.Count + 1];
        var nextUrl = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            Tokenizer.Append(text, sentences[i], urls, ref nextUrl, _tokens);
            _firstTokens[i + 1] = _tokens.Count;
        }
    }

    /// <summary>The abstract.</summary>
    public string Text { get; }

    /// <summary>Its sentences, in order.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; }

    /// <summary>The tokens of one sentence.</summary>
    public ReadOnlySpan<Token> TokensOf(int sentence)
        => CollectionsMarshal.AsSpan(_tokens)[_firstTokens[sentence].._firstTokens[sentence + 1]];

    /// <summary>The same with their text.</summary>
    public TokenView ViewOf(int sentence) => new(Text, TokensOf(sentence));
}
