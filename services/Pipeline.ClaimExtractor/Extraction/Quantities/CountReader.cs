using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads numbers of things: those that are the scale of an evaluation or a benchmark, and counts in digits.</summary>
internal static class CountReader
{
    // Words between a number and its noun: "40 challenging robotic manipulation tasks".
    private const int MostModifiers = 5;

    public static bool TryRead(TokenView view, Amount read, Number number, out Amount amount)
    {
        amount = read;
        if (number.Decimal && !number.Scaled)
        {
            return false;
        }

        var noun = FindNoun(view, read.Next, Lexicon.ScaleNouns);
        if (noun >= 0)
        {
            var adjacent = noun == read.Next;
            amount = read with { Kind = QuantityKind.Count, Next = adjacent ? noun + 1 : read.Next, Counted = (read.Next, noun + 1), Confidence = 0.7 };
            return !number.Spelled || IsScale(view, read.First);
        }

        amount = read with { Kind = QuantityKind.Count, Confidence = 0.4 };
        return !number.Spelled && !number.Scaled && IsPlural(view, read.Next) && !view.Is(read.Next, Lexicon.SettingNouns);
    }

    private static bool IsScale(TokenView view, int first) => view.Is(first - 1, Lexicon.ScaleLeads);

    private static int FindNoun(TokenView view, int from, WordSet nouns)
    {
        for (var i = from; i < view.Count && i <= from + MostModifiers; i++)
        {
            if (view.Is(i, nouns) && !view.IsJoint(i + 1) && !view.IsCapitalised(i))
            {
                return i;
            }

            if (!(view.Is(i, TokenKind.Word) || view.IsJoint(i)) || view.Is(i, Lexicon.PhraseEnds) || view.Is(i, Lexicon.SettingNouns))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsPlural(TokenView view, int at)
    {
        var word = view.Of(at);
        return view.Is(at, TokenKind.Word) && word.Length >= 4 && char.IsLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !view.Is(at, Lexicon.PhraseEnds);
    }
}
