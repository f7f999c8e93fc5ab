using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Finds what may belong to a span behind its unit: a comparative, "or more", or the noun that is counted.</summary>
internal static class TailReader
{
    private const int LongestMarkup = 3;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    public static Candidate Add(TokenView view, Candidate read)
    {
        var at = read.UnitNext;
        if (view.Of(at) is "or" && view.Of(at + 1) is "more" or "less" or "fewer" or "higher" or "above" or "greater" or "older" or "better" or "lower" or "below" or "longer")
        {
            return read with { Tail = Tail.OrMore, TailNext = at + 2 };
        }

        var behind = BehindMarkup(view, at);
        if (read.Unit is "%" or "x" && view.Is(behind, Lex.Comparatives))
        {
            return read with { Tail = Tail.Comparative, TailNext = behind + 1 };
        }

        return read with { Tail = Tail.None, TailNext = at };
    }

    /// <summary>Adds what an amount is for each of: "13 pairs per mm", "5 mm per side".</summary>
    public static Candidate AddPer(TokenView view, Candidate read)
    {
        var at = read.NounNext;
        return read.Tail is Tail.None or Tail.Noun && view.Of(at) is "per" && view.Is(at + 1, TokenKind.Word) ? read with { Tail = Tail.Per, TailNext = at + 2 } : read;
    }

    // "$\mathbf{6\times}$ less": the formula ends before the word.
    private static int BehindMarkup(TokenView view, int at)
    {
        var next = at;
        while (next < at + LongestMarkup && view.Mark(next) is '}' or '$')
        {
            next++;
        }

        return next;
    }

    /// <summary>Adds what is counted, when there is no other tail.</summary>
    public static Candidate AddCounted(Candidate read)
        => read is { Tail: Tail.None, Unit: null, Counted: { } counted }
            ? read with { Tail = counted.Next - counted.First == 1 ? Tail.Noun : Tail.Phrase, TailNext = counted.Next }
            : read;
}
