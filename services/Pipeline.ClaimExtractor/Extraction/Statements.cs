using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>What a sentence says that its authors do.</summary>
[Flags]
internal enum Statement
{
    /// <summary>Nothing that rules know.</summary>
    None = 0,

    /// <summary>They found something: "we show that".</summary>
    Shown = 1,

    /// <summary>They prove something.</summary>
    Proved = 2,

    /// <summary>They take a position: "we argue that".</summary>
    Argued = 4,

    /// <summary>They bring something new: "we propose".</summary>
    Proposed = 8,

    /// <summary>Something new is brought: "a kite is proposed".</summary>
    IsProposed = 16,

    /// <summary>It opens with what they looked at: "we study".</summary>
    Studied = 32,

    /// <summary>It opens with what they tried, and tells nothing that came of it.</summary>
    Announced = 64,

    /// <summary>It measures one thing against another: "faster than".</summary>
    Compared = 128,

    /// <summary>What they did found something: "experiments show that".</summary>
    Reported = 256,

    /// <summary>It names what follows a finding: "a key insight is that".</summary>
    Found = 512,

    /// <summary>They derive something.</summary>
    Derived = 1024,

    /// <summary>They say what they are after, and not by what: "we aim to".</summary>
    Aimed = 2048,

    /// <summary>It opens with what the paper looks at: "this paper investigates".</summary>
    Asked = 4096,

    /// <summary>They bring an analysis or an experiment, and tell nothing that came of it: "we provide an analysis".</summary>
    Analysed = 8192,

    /// <summary>They bring something, which need not be new: "we present".</summary>
    Brought = 16384,
}

/// <summary>Reads statements.</summary>
internal static class Statements
{
    // "To see how kites fly in gusts, we evaluate": what the authors do may stand behind one clause.
    private const int LongestLead = 16;

    private static StatementLexicon Lex => Lexicon.Statements;

    /// <summary>All statements of a sentence.</summary>
    public static Statement Of(TokenView view)
    {
        var found = Statement.None;
        var comma = -1;
        for (var i = 0; i < view.Count; i++)
        {
            comma = comma < 0 && view.Is(i, ',') ? i : comma;
            found |= IsThan(view, i) ? Statement.Compared : Statement.None;
            if (view.Is(i, Lex.Starts))
            {
                found |= At(view, i) | (i == 0 || (i == comma + 1 && i < LongestLead) ? Opening(view, i) : Statement.None);
            }
        }

        return found.HasFlag(Statement.Argued) ? found & ~(Statement.Proposed | Statement.IsProposed) : found;
    }

    private static Statement At(TokenView view, int at)
        => Flag(view, at, Lex.Shown, Statement.Shown) | Flag(view, at, Lex.Proved, Statement.Proved) | Flag(view, at, Lex.Argued, Statement.Argued)
            | Flag(view, at, Lex.Proposed, Statement.Proposed) | Flag(view, at, Lex.IsProposed, Statement.IsProposed)
            | Flag(view, at, Lex.Reported, Statement.Reported) | Flag(view, at, Lex.Found, Statement.Found) | Flag(view, at, Lex.Derived, Statement.Derived)
            | Flag(view, at, Lex.Brought, Statement.Brought)
            | (Lex.Aimed.Match(view.Tokens, at, out _) >= 0 && !TellsMeans(view, at) ? Statement.Aimed : Statement.None)
            | (Lex.Analysed.Match(view.Tokens, at, out _) is >= 0 and var end && !Outcomes.IsTold(view, at, end) ? Statement.Analysed : Statement.None);

    private static Statement Opening(TokenView view, int at)
        => Flag(view, at, Lex.Studied, Statement.Studied) | Flag(view, at, Lex.Asked, Statement.Asked)
            | ((Lex.Tried.Match(view.Tokens, at, out _) >= 0 || Lex.Asked.Match(view.Tokens, at, out _) >= 0) && !Outcomes.IsTold(view) ? Statement.Announced : Statement.None);

    private static Statement Flag(TokenView view, int at, PhraseSet phrases, Statement flag)
        => phrases.Match(view.Tokens, at, out _) >= 0 ? flag : Statement.None;

    // "Rather than" and "other than" leave something out, "less than half" hedges.
    private static bool IsThan(TokenView view, int at)
        => view.Of(at) is "than" && !(view.Of(at - 1) is "rather" or "Rather" or "other" or "Other" or "more" or "less" or "fewer") && !view.Is(at + 1, TokenKind.Number) && !view.Is(at + 1, '$');

    // "We aim to help by introducing kites" brings kites.
    private static bool TellsMeans(TokenView view, int at)
    {
        for (var i = at; i < view.Count; i++)
        {
            if (view.Of(i) is "by" && (view.Of(i + 1).EndsWith("ing", StringComparison.Ordinal) || view.Of(i + 2).EndsWith("ing", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
