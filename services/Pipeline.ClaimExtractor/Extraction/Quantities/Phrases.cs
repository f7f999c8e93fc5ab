using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Noun phrases, as far as closed-class words tell where they end. Results are tokens from and up to.</summary>
internal static class Phrases
{
    private const int Longest = 12;
    private const int LongestMarkup = 6;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The phrase that begins at a token, without its article; null when nothing is left.</summary>
    public static (int First, int Next)? From(TokenView view, int at)
    {
        while (view.Is(at, Lex.Articles) && !view.IsJoint(at + 1))
        {
            at++;
        }

        var next = at;
        while (next < view.Count && next < at + Longest && Holds(view, next))
        {
            next++;
        }

        next = next > at && view.Is(next - 1, '-') ? next - 1 : next;
        return next > at ? (at, next) : null;
    }

    /// <summary>The phrase that ends before a token, of at most so many tokens and no word cut in two; null when nothing is left.</summary>
    public static (int First, int Next)? Before(TokenView view, int next, int longest)
    {
        var first = next;
        while (first > 0 && Holds(view, first - 1) && !IsGenitive(view, first - 1) && (view.IsJoint(first) || view.IsJoint(first - 1)
            ? first > next - Longest
            : first > next - longest && !view.Is(first - 1, Lex.Articles) && !IsChange(view, first - 1)))
        {
            first--;
        }

        while (first < next && (view.IsJoint(first) || view.Tokens[first].Adverb || (view.Glued(first) && !view.Is(first, TokenKind.Word))))
        {
            first++;
        }

        return first < next ? (first, next) : null;
    }

    /// <summary>The place of the word before a token, over marks of formulas: "by $+1%$" and "of $\mathbf{3}$".</summary>
    public static int WordBefore(TokenView view, int at)
    {
        var i = at - 1;
        while (i >= 0 && i >= at - LongestMarkup && (view.Mark(i) is '$' or '{' or '\\' || (view.Is(i - 1, '\\') && view.Is(i, Lex.TypeCommands))))
        {
            i--;
        }

        return i;
    }

    /// <summary>The place of the word behind a token, over marks of formulas.</summary>
    public static int WordAfter(TokenView view, int at)
    {
        var i = at + 1;
        while (i <= at + LongestMarkup && (view.Mark(i) is '$' or '{' or '\\' or '+' || (view.Is(i - 1, '\\') && view.Is(i, Lex.TypeCommands))))
        {
            i++;
        }

        return i;
    }

    /// <summary>Whether a token may stand inside a phrase.</summary>
    public static bool Holds(TokenView view, int at)
        => (view.Is(at, TokenKind.Word) && !IsPossessive(view, at) && !(view.Of(at) is "results" && view.Of(at + 1) is "in") && (view.IsJoint(at - 1) || view.IsJoint(at + 1) || !view.Is(at, Lex.PhraseEnds)))
            || view.IsJoint(at)
            || (view.Is(at, TokenKind.Number) && view.IsJoint(at + 1))
            || (view.Glued(at) && (view.Is(at, TokenKind.Number) || view.Mark(at) is '_' or '@'));

    // "Ribbon's speed" is the speed.
    private static bool IsGenitive(TokenView view, int at) => view.Of(at) is [.., '\'' or '’', 's'];

    // The rest of "(X)'s".
    private static bool IsPossessive(TokenView view, int at) => view.Glued(at) && view.Of(at) is "s" && view.Mark(at - 1) is '\'' or '’';

    /// <summary>Whether a token is a word of change: "improves", "reduction", "fewer".</summary>
    public static bool IsChange(TokenView view, int at) => IsIncrease(view, at) || IsDecrease(view, at);

    /// <summary>Whether a token is a word of growth; "speed" alone is a measure, and "leads to" and "lag time" tell nothing.</summary>
    public static bool IsIncrease(TokenView view, int at) => view.Is(at, Lex.Increases) && !IsIdle(view, at);

    /// <summary>Whether a token is a word of decline.</summary>
    public static bool IsDecrease(TokenView view, int at) => view.Is(at, Lex.Decreases) && !IsIdle(view, at);

    private static bool IsIdle(TokenView view, int at) => view.Of(at) switch
    {
        "speed" => !(view.Of(view.IsJoint(at + 1) ? at + 2 : at + 1) is "up" or "ups"),
        "leads" or "leading" => view.Of(at + 1) is "to",
        "lag" => !(view.Of(at + 1) is "behind" or "by"),
        "lead" => !(view.Of(at + 1) is "over" or "of" or "by" or "in"),
        _ => false,
    };

    /// <summary>Whether a word is written like a name: with a capital, or with a digit behind a letter.</summary>
    public static bool IsNameLike(TokenView view, (int First, int Next) phrase)
    {
        for (var i = phrase.First; i < phrase.Next; i++)
        {
            if (view.IsCapitalised(i))
            {
                return true;
            }
        }

        return false;
    }
}
