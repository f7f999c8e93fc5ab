using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Finds the names of what a sentence introduces.</summary>
internal static class MethodNames
{
    private const int LongestDescription = 14;

    /// <summary>Names as tokens from and up to, in order of appearance.</summary>
    public static List<(int First, int Next)> Find(TokenView view)
    {
        var names = new List<(int First, int Next)>();
        for (var i = 0; i < view.Count; i++)
        {
            var next = Lexicon.Names.Introductions.Match(view.Tokens, i, out _);
            var name = next >= 0 ? Introduced(view, next) : null;
            if (name is null)
            {
                next = Lexicon.Names.Namings.Match(view.Tokens, i, out _);
                name = next >= 0 ? Named(view, next) : null;
            }

            if (name is { } found && (names.Count == 0 || found.First >= names[^1].Next))
            {
                names.Add(found);
            }
        }

        return names;
    }

    // "X, a new ...", "X (...)", "a new ..., X, which", "the Long Name (LN)".
    private static (int First, int Next)? Introduced(TokenView view, int at)
    {
        at = NameReader.Behind(view, at);
        var run = NameReader.RunEnd(view, at);
        if (run > at && EndsName(view, run))
        {
            return Acronym(view, run) ?? (at, run);
        }

        for (var i = at; i < view.Count && i < at + LongestDescription; i++)
        {
            if (Acronym(view, i) is { } acronym)
            {
                return acronym;
            }

            if (view.Mark(i) is ',' or ':' or '—')
            {
                return Apposition(view, i + 1);
            }

            if (view.Is(i, Lexicon.Names.DescriptionEnds) || !(view.Is(i, TokenKind.Word) || view.Is(i, TokenKind.Number) || view.IsJoint(i)))
            {
                return null;
            }
        }

        return null;
    }

    private static (int First, int Next)? Apposition(TokenView view, int at)
    {
        at = NameReader.Behind(view, at);
        var run = NameReader.RunEnd(view, at);
        return run > at && EndsName(view, run) ? Acronym(view, run) ?? (at, run) : null;
    }

    private static (int First, int Next)? Named(TokenView view, int at)
    {
        at = NameReader.Behind(view, view.Is(at, Lexicon.Articles) ? at + 1 : at);
        var run = NameReader.RunEnd(view, at);
        return run > at ? Acronym(view, run) ?? (at, run) : null;
    }

    // "(GTNs)": one chunk in brackets, written as only names are.
    private static (int First, int Next)? Acronym(TokenView view, int at)
    {
        if (!view.Is(at, '(') || !NameReader.IsDistinct(view, at + 1))
        {
            return null;
        }

        var end = NameReader.ChunkEnd(view, at + 1);
        return view.Is(end, ')') ? (at + 1, end) : null;
    }

    private static bool EndsName(TokenView view, int run)
    {
        var at = NameReader.Behind(view, run);
        return at >= view.Count || view.Mark(at) is ',' or '(' or '.' or ':' or ';' || view.Is(at, Lexicon.Names.DescriptionEnds) || view.Is(at, TokenKind.Url);
    }
}
