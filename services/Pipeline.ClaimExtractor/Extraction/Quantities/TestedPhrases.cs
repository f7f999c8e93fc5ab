using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Tells phrases that name what was tested on from others. Results are tokens from and up to.</summary>
internal static class TestedPhrases
{
    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>The phrase at a token, behind "a set of" and over "and": "diverse mathematical and coding tasks".</summary>
    public static (int First, int Next)? From(TokenView view, int at)
    {
        if (Phrases.From(view, SkipNumber(view, at)) is not { } found)
        {
            return null;
        }

        if (view.Of(found.Next) is "of" or "in" or "from" && Phrases.From(view, found.Next + 1) is { } held
            && ((view.Of(found.Next) is "of" && view.Is(found.Next - 1, Lex.Collections)) || (Phrases.IsNameLike(view, held) && (IsData(view, held) || IsTested(view, found)))))
        {
            return held;
        }

        var first = view.Is(at, TokenKind.Number) || (view.Is(at, TokenKind.Word) && Lex.NumberWords.ContainsKey(view.Tokens[at].Word)) ? at : found.First;
        return (first, !IsTested(view, found) && view.Of(found.Next) is "and" && Phrases.From(view, found.Next + 1) is { } other && IsTested(view, other) ? other.Next : found.Next);
    }

    /// <summary>Whether the phrase ends in a word such as "benchmarks".</summary>
    public static bool IsTested(TokenView view, (int First, int Next) phrase) => view.Is(phrase.Next - 1, Lex.TestNouns);

    /// <summary>Whether the phrase ends in a word that nothing but data is called by.</summary>
    public static bool IsData(TokenView view, (int First, int Next) phrase) => view.Is(phrase.Next - 1, Lex.DataNouns);

    /// <summary>Whether the phrase tells of itself what was tested on: "three ribbon benchmarks".</summary>
    public static bool IsSurely(TokenView view, (int First, int Next) phrase)
        => (IsData(view, phrase) || (view.Is(phrase.First, TokenKind.Number) && IsTested(view, phrase))) && SaysMoreThan(view, phrase, Lex.VagueWords);

    /// <summary>Whether the phrase is the name of a thing or ends in a word such as "benchmarks", and is no device.</summary>
    public static bool MayBe(TokenView view, (int First, int Next) phrase)
        => (IsTested(view, phrase) || Phrases.IsNameLike(view, phrase)) && !view.Is(phrase.Next - 1, Lex.Devices);

    /// <summary>Whether the phrase points back and says nothing itself: "this dataset", "all tasks".</summary>
    public static bool PointsBack(TokenView view, (int First, int Next) phrase) => !SaysMoreThan(view, phrase, Lex.BackPointers);

    /// <summary>Whether the phrase only says of what kind the data is: "diverse downstream tasks"; a "test" alone is a split.</summary>
    public static bool IsVague(TokenView view, (int First, int Next) phrase) => phrase.Next - phrase.First > 1 && !SaysMoreThan(view, phrase, Lex.VagueWords);

    private static bool SaysMoreThan(TokenView view, (int First, int Next) phrase, WordSet little)
    {
        for (var i = phrase.First; i < phrase.Next; i++)
        {
            if (!little.Contains(view.Tokens[i]) && (!view.Is(i, Lex.TestNouns) || view.IsCapitalised(i)) && !view.Is(i, Lex.BackPointers))
            {
                return true;
            }
        }

        return false;
    }

    // A number is no part of a phrase unless it leads it: "on 12 segmentation tasks".
    private static int SkipNumber(TokenView view, int at) => view.Is(at, TokenKind.Number) && !view.IsJoint(at + 1) ? at + 1 : at;
}
