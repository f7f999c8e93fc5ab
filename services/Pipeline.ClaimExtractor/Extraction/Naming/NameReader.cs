using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Reads names: words that hang together by hyphens, and runs of them that are capitalised.</summary>
internal static class NameReader
{
    private const int LongestRun = 7;
    private const int LongestChunk = 12;

    /// <summary>One past the chunk at a token: "CIFAR-10", "pi_0-FAST", "GPT4".</summary>
    public static int ChunkEnd(TokenView view, int at)
    {
        var next = at + 1;
        while (next < at + LongestChunk && view.Glued(next) && (IsPart(view, next) || IsJoint(view, next) || IsFinalPlus(view, next)))
        {
            next++;
        }

        return next;
    }

    /// <summary>The first token of the chunk that ends before <paramref name="next"/>; that itself when none does.</summary>
    public static int ChunkStart(TokenView view, int next)
    {
        if (!IsPart(view, next - 1))
        {
            return next;
        }

        var first = next - 1;
        while (first > 0 && first > next - LongestChunk && view.Glued(first) && (IsPart(view, first - 1) || view.Mark(first - 1) is '-' or '_' || (view.Is(first - 1, '.') && view.Is(first, TokenKind.Number))))
        {
            first--;
        }

        return first;
    }

    /// <summary>One past a run of capitalised chunks; <paramref name="at"/> itself when none stands there.</summary>
    public static int RunEnd(TokenView view, int at)
    {
        var next = at;
        for (var chunks = 0; chunks < LongestRun && (IsCapitalised(view, next) || (chunks > 0 && view.IsCapitalised(next))); chunks++)
        {
            next = ChunkEnd(view, next);
        }

        return next;
    }

    /// <summary>Whether a chunk begins there that could be part of a name.</summary>
    public static bool IsCapitalised(TokenView view, int at)
        => at < view.Count && (view.IsCapitalised(at) || HasInnerCapital(view, at)) && !IsCommon(view, at);

    /// <summary>Whether the chunk is written as only names are: a capital after its first letter, or capital and digit.</summary>
    public static bool IsDistinct(TokenView view, int at)
        => at < view.Count && HasInnerCapital(view, at) && !IsCommon(view, at);

    private static bool IsCommon(TokenView view, int at)
        => view.Is(at, Lexicon.Names.CommonAcronyms) && ChunkEnd(view, at) == at + 1;

    private static bool HasInnerCapital(TokenView view, int at)
    {
        if (!IsPart(view, at))
        {
            return false;
        }

        var next = ChunkEnd(view, at);
        if (next == at + 1 && view.Tokens[at].Capitals == 0)
        {
            return false;
        }

        var span = view.Span(at, next);
        var chunk = view.Text.AsSpan(span.Start, span.Length);
        var isLetterThere = false;
        for (var i = 0; i < chunk.Length; i++)
        {
            isLetterThere |= char.IsLetter(chunk[i]);
            if (i > 0 && char.IsUpper(chunk[i]) && chunk[i - 1] is not ('-' or '_' or '/'))
            {
                return true;
            }
        }

        return isLetterThere && view.IsCapitalised(at) && chunk.ContainsAnyInRange('0', '9');
    }

    /// <summary>The first token at or behind a place that is not mere decoration: LaTeX for bold type, stars, quotation marks.</summary>
    public static int Behind(TokenView view, int at)
    {
        while (IsDecoration(view, at))
        {
            at++;
        }

        return at;
    }

    /// <summary>The last token at or before a place that is not mere decoration.</summary>
    public static int Before(TokenView view, int at)
    {
        while (IsDecoration(view, at))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a name may start there: not inside a word, and not with "GPU-balanced" or the like.</summary>
    public static bool Starts(TokenView view, int at)
        => IsCapitalised(view, at) && !(view.Glued(at) && (IsPart(view, at - 1) || view.IsJoint(at - 1))) && !IsTorn(view, at) && !IsAdjective(view, at, ChunkEnd(view, at));

    // "\textbf{R}est" and "Evo\textbf{Lved}" are words with letters set in bold, which decoration tears apart.
    private static bool IsTorn(TokenView view, int at)
    {
        var before = at;
        while (view.Glued(before) && IsDecoration(view, before - 1))
        {
            before--;
        }

        var next = ChunkEnd(view, at);
        var behind = next;
        while (view.Glued(behind) && IsDecoration(view, behind))
        {
            behind++;
        }

        return (before < at && view.Glued(before) && IsPart(view, before - 1)) || (behind > next && view.Glued(behind) && IsPart(view, behind));
    }

    /// <summary>Whether a chunk only describes: "GPU-balanced".</summary>
    public static bool IsAdjective(TokenView view, int at, int next)
        => next - at > 2 && view.Is(next - 2, '-') && IsPart(view, next - 1) && (view.Of(next - 1).EndsWith("ed", StringComparison.Ordinal) || view.Is(next - 1, Lexicon.Names.AdjectiveEnds));

    /// <summary>A name without <c>'s</c>.</summary>
    public static ReadOnlySpan<char> WithoutGenitive(ReadOnlySpan<char> name)
        => name.Length > 2 && name[^1] == 's' && name[^2] is ('\'' or '’') ? name[..^2] : name;

    private static bool IsDecoration(TokenView view, int at)
        => view.Mark(at) is '*' or '`' or '"' or '“' or '”' or '‘' or '’' or '\'' or '{' or '}' or '$' or '\\' || (view.Is(at, Lexicon.Names.TypeCommands) && view.Is(at - 1, '\\'));

    // A point joins in "Qwen2.5" and "Args.me"; between sentences without a space a capital follows it.
    private static bool IsJoint(TokenView view, int at)
    {
        if (!view.Glued(at + 1) || !IsPart(view, at + 1))
        {
            return false;
        }

        return view.Mark(at) switch
        {
            '-' or '_' or '+' => true,
            '.' => view.Is(at + 1, TokenKind.Number) || !view.IsCapitalised(at + 1),
            '/' => view.IsCapitalised(at + 1) && view.IsCapitalised(at - 1),
            _ => false,
        };
    }

    // "StarCoder+"
    private static bool IsFinalPlus(TokenView view, int at) => view.Is(at, '+') && !(view.Glued(at + 1) && IsPart(view, at + 1));

    public static bool IsPart(TokenView view, int at) => view.Is(at, TokenKind.Word) || view.Is(at, TokenKind.Number);
}
