using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Extraction.Tokens;

/// <summary>Cuts a sentence into tokens, in one pass.</summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of one sentence.</summary>
    /// <param name="text">The abstract.</param>
    /// <param name="sentence">The sentence in it.</param>
    /// <param name="urls">Addresses in it, in order.</param>
    /// <param name="nextUrl">Index of the first address that does not lie before the sentence; moved on.</param>
    /// <param name="tokens">Receives the tokens.</param>
    public static void Append(string text, TextSpan sentence, IReadOnlyList<Quote> urls, ref int nextUrl, List<Token> tokens)
    {
        var previousEnd = -1;
        for (var i = sentence.Start; i < sentence.End;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            while (nextUrl < urls.Count && urls[nextUrl].Start < i)
            {
                nextUrl++;
            }

            var token = nextUrl < urls.Count && urls[nextUrl].Start == i
                ? new Token(i, urls[nextUrl++].End, TokenKind.Url, Lexicon.Url, 0, 0, i == previousEnd, Adverb: false)
                : Read(text, i, sentence.End, tokens, i == previousEnd);
            tokens.Add(token);
            previousEnd = i = token.End;
        }
    }

    private static Token Read(string text, int start, int limit, List<Token> tokens, bool glued)
    {
        var isFraction = text[start] == '.' && start + 1 < limit && char.IsAsciiDigit(text[start + 1]) && (!glued || tokens[^1].Kind == TokenKind.Mark);
        if (char.IsAsciiDigit(text[start]) || isFraction)
        {
            return new(start, NumberEnd(text, start, limit), TokenKind.Number, Vocabulary.Number, 0, 0, glued, Adverb: false);
        }

        if (!char.IsLetter(text[start]))
        {
            return new(start, start + 1, TokenKind.Mark, Lexicon.Words.Find(text.AsSpan(start, 1)), 0, 0, glued, Adverb: false);
        }

        // After a number only letters belong together: "0.9pm0.1" and "2x2" come apart.
        var afterNumber = glued && tokens[^1].Kind == TokenKind.Number;
        var end = WordEnd(text, start, limit, lettersOnly: afterNumber);
        var word = text.AsSpan(start, end - start);
        var hash = WordHash.Of(word, out var capitals);
        var id = Lexicon.Words.Find(word, hash);
        return new(start, end, TokenKind.Word, id, hash, (byte)Math.Min(capitals, byte.MaxValue), glued, IsAdverb(word, id));
    }

    private static int NumberEnd(string text, int start, int limit)
    {
        var i = Digits(text, start, limit);
        while (i + 3 < limit && text[i] == ',' && Digits(text, i + 1, Math.Min(limit, i + 5)) == i + 4)
        {
            i += 4;
        }

        return i + 1 < limit && text[i] == '.' && char.IsAsciiDigit(text[i + 1]) ? Digits(text, i + 1, limit) : i;
    }

    private static int Digits(string text, int i, int limit)
    {
        while (i < limit && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int WordEnd(string text, int start, int limit, bool lettersOnly)
    {
        var i = start + 1;
        while (i < limit && (char.IsLetter(text[i])
            || (!lettersOnly && char.IsAsciiDigit(text[i]))
            || (text[i] is '\'' or '’' && i + 1 < limit && char.IsLetter(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static bool IsAdverb(ReadOnlySpan<char> word, int id)
        => (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal)) || Lexicon.IsAdverb(id);
}
