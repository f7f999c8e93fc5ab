namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>A letter, then letters, digits and inner apostrophes.</summary>
    Word,

    /// <summary>ASCII digits with group commas and one decimal point.</summary>
    Number,

    /// <summary>One character of anything else but white space.</summary>
    Mark,

    /// <summary>A whole address.</summary>
    Url,
}

/// <summary>A piece of the abstract. Hyphens inside a compound are marks of their own, see <see cref="Glued"/>.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Word">Its number in the <see cref="Vocabulary"/>; 0 when no cue uses it.</param>
/// <param name="Hash">Of a word, its <see cref="WordHash"/>; 0 for all else.</param>
/// <param name="Capitals">Of a word, how many of its letters are capitals, 255 at most.</param>
/// <param name="Glued">No white space stands between it and the token before.</param>
/// <param name="Adverb">May stand between a pronoun and its verb.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, int Word, uint Hash, byte Capitals, bool Glued, bool Adverb)
{
    /// <summary>The token as a span of the abstract.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
