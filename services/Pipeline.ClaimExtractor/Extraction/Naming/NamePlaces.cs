using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Places in a sentence that say what a name there can not stand for.</summary>
internal static class NamePlaces
{
    private const int MostBetween = 2;
    private const int Reach = 24;

    private static NameLexicon Lex => Lexicon.Names;

    /// <summary>Whether it names something that goes wrong: "Target Mismatch".</summary>
    public static bool IsProblem(TokenView view, NameMention mention) => mention.Next - mention.First > 1 && view.Is(mention.Next - 1, Lex.ProblemNouns);

    /// <summary>Whether it is used for something else: "applies the inverse Kite Matrix"; what is used with an article of its own may well be new.</summary>
    public static bool IsUsed(TokenView view, NameMention mention)
    {
        var at = mention.First - 1;
        for (var i = 0; i < MostBetween && view.Is(at, TokenKind.Word) && !view.Is(at, Lex.Uses); i++)
        {
            if (view.Of(at) is "a" or "an" or "our")
            {
                return false;
            }

            at--;
        }

        return view.Is(at, Lex.Uses);
    }

    /// <summary>Whether something else takes its place: "a replacement for KiteW".</summary>
    public static bool IsReplaced(TokenView view, NameMention mention)
        => view.Of(mention.First - 1) is "for" or "to" && view.Is(mention.First - 2, Lex.Replacing);

    /// <summary>Whether it says which device is meant: "on an FPGA (Kite Z3)".</summary>
    public static bool IsDevice(TokenView view, NameMention mention)
        => view.Is(mention.First - 1, '(') && view.Is(mention.First - 2, Lexicon.Quantities.Devices);

    /// <summary>Whether it is the rest of a description: "a Wind-Guided Flying framework" is no Flying.</summary>
    public static bool IsDescription(TokenView view, NameMention mention)
        => view.Is(mention.Next, Lex.MethodNouns) && NameReader.ChunkStart(view, mention.First) is var before && before < mention.First && NameReader.IsAdjective(view, before, mention.First);

    /// <summary>Whether it names what is to be done: "on Knots, Strings, and Wind Following tasks"; tasks that have a name of their own are a data set.</summary>
    public static bool IsTask(TokenView view, NameMention mention)
        => view.Is(mention.Next, Lex.TaskNouns) && !NameReader.IsDistinct(view, mention.First);

    /// <summary>Whether what is taken from it makes it a data set: "12 tasks from KiteNI", "tasks from Kite Instructions (KiteNI)".</summary>
    public static bool IsSource(TokenView view, NameMention mention)
    {
        var at = view.Of(mention.First - 1) is "the" ? mention.First - 2 : mention.First - 1;
        return view.Of(at) is "from" && view.Is(at - 1, Lex.TakenThings)
            && (NameReader.IsDistinct(view, mention.First) || (view.Is(mention.Next, '(') && NameReader.IsDistinct(view, mention.Next + 1)));
    }

    /// <summary>Whether it stands in a list of ways to do something: "solvers such as A and B".</summary>
    public static bool IsListedMethod(TokenView view, NameMention mention)
    {
        for (var i = mention.First - 1; i > 0 && i > mention.First - Reach; i--)
        {
            if (view.Of(i) is "as" or "including" or "like")
            {
                return IsBehindMany(view, i);
            }

            if (!view.IsCapitalised(i) && !view.Is(i, Lexicon.ListLinks) && !view.IsJoint(i) && !view.Is(i, TokenKind.Number))
            {
                return false;
            }
        }

        return false;
    }

    // "solvers such as", "solvers, including"
    private static bool IsBehindMany(TokenView view, int at)
    {
        at = view.Of(at) is "as" ? at - 2 : at - 1;
        return view.Is(view.Is(at, ',') ? at - 1 : at, Lex.ManyMethods);
    }
}
