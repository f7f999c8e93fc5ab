using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>The tokens of one sentence with their text. Questions about places outside the sentence are answered with no.</summary>
internal readonly ref struct TokenView(string text, ReadOnlySpan<Token> tokens)
{
    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    /// <summary>The abstract.</summary>
    public string Text { get; } = text;

    /// <summary>How many tokens there are.</summary>
    public int Count => Tokens.Length;

    /// <summary>Whether the token is there and of this kind.</summary>
    public bool Is(int i, TokenKind kind) => Has(i) && Tokens[i].Kind == kind;

    /// <summary>Whether the token is there and one of the words.</summary>
    public bool Is(int i, WordSet words) => Has(i) && words.Contains(Tokens[i]);

    /// <summary>Whether the token is there and exactly this mark.</summary>
    public bool Is(int i, char mark) => Mark(i) == mark;

    /// <summary>Whether the token is there and stands without white space after the one before.</summary>
    public bool Glued(int i) => i > 0 && Has(i) && Tokens[i].Glued;

    /// <summary>The character of a mark; NUL for every other token.</summary>
    public char Mark(int i) => Is(i, TokenKind.Mark) ? Text[Tokens[i].Start] : '\0';

    /// <summary>The text of a token; empty when it is not there.</summary>
    public ReadOnlySpan<char> Of(int i) => Has(i) ? Tokens[i].In(Text) : default;

    /// <summary>The <see cref="WordHash"/> of a word; 0 for every other token.</summary>
    public uint HashOf(int i) => Has(i) ? Tokens[i].Hash : 0;

    /// <summary>The span from the first token to the one before <paramref name="next"/>.</summary>
    public TextSpan Span(int first, int next) => new(Tokens[first].Start, Tokens[next - 1].End);

    /// <summary>Whether the token is a hyphen that joins two others.</summary>
    public bool IsJoint(int i) => Is(i, '-') && Glued(i) && Glued(i + 1);

    /// <summary>Whether the word is written like a name: a capital after its first letter, a digit in it, or a capital at its start.</summary>
    public bool IsCapitalised(int i) => Is(i, TokenKind.Word) && char.IsUpper(Text[Tokens[i].Start]);

    private bool Has(int i) => (uint)i < (uint)Tokens.Length;
}
