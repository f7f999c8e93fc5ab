using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads numbers of things: those that are the scale of an evaluation or a benchmark, and others.</summary>
internal static class CountReader
{
    // Words between a number and its noun: "40 challenging robotic manipulation tasks".
    private const int MostModifiers = 5;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Reads what a number counts; the candidate as it was when it counts nothing.</summary>
    public static Candidate Read(TokenView view, Candidate read, Number number)
    {
        if (number.Decimal && !number.Scaled)
        {
            return read;
        }

        // "a 3B model" is a size.
        if (number.Scaled && !number.Spelled && view.Of(read.UnitNext) is "model" or "models" or "LLM" or "LLMs" or "parameter" or "active" or "total")
        {
            return read with { Kind = QuantityKind.Count, Reading = Reading.Setting };
        }

        var noun = FindNoun(view, read.UnitNext, Lex.ScaleNouns);
        if (number.Spelled && view.Of(noun) is "questions" && view.Is(number.First - 1, Lex.Asking))
        {
            return read with { Kind = QuantityKind.Count, Reading = Reading.Setting };
        }

        if (noun >= 0)
        {
            return read with { Kind = QuantityKind.Count, Counted = (read.UnitNext, noun + 1), Reading = Reading.Scale };
        }

        if (view.Is(read.UnitNext, Lex.SettingNouns))
        {
            return read with { Kind = QuantityKind.Count, Reading = Reading.Setting };
        }

        var plural = FindPlural(view, read.UnitNext);
        return plural < 0 ? read : read with { Kind = QuantityKind.Count, Counted = (read.UnitNext, plural + 1), Reading = Reading.Counted };
    }

    private static int FindNoun(TokenView view, int from, WordSet nouns)
    {
        for (var i = from; i < view.Count && i <= from + MostModifiers; i++)
        {
            if (view.Is(i, nouns) && !view.IsJoint(i + 1) && !view.IsCapitalised(i))
            {
                return i;
            }

            if (!IsModifier(view, i))
            {
                return -1;
            }
        }

        return -1;
    }

    private static int FindPlural(TokenView view, int from)
    {
        for (var i = from; i < view.Count && i <= from + MostModifiers && IsModifier(view, i); i++)
        {
            if (IsPlural(view, i))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsModifier(TokenView view, int at)
        => (view.Is(at, TokenKind.Word) || view.IsJoint(at)) && !view.Is(at, Lex.PhraseEnds) && !view.Is(at, Lex.SettingNouns);

    private static bool IsPlural(TokenView view, int at)
    {
        var word = view.Of(at);
        return view.Is(at, TokenKind.Word) && word.Length >= 4 && char.IsLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')
            && !view.Is(at, Lex.PhraseEnds) && !view.IsJoint(at + 1);
    }
}
