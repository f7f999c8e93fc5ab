using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>The unit behind a number.</summary>
/// <param name="Next">One past its last token.</param>
/// <param name="Text"><c>%</c>, <c>x</c>, a unit as written, or null when there is none.</param>
/// <param name="Kind">What it makes of the number.</param>
internal readonly record struct Unit(int Next, string? Text, QuantityKind Kind);

/// <summary>Reads units.</summary>
internal static class UnitReader
{
    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Reads the unit at a token; none gives <see cref="Unit.Text"/> null.</summary>
    public static Unit Read(TokenView view, int at)
    {
        if (at >= view.Count)
        {
            return new(at, null, QuantityKind.Score);
        }

        var from = view.Is(at, '$') && view.Is(at + 1, '\\') ? at + 1 : at;
        var next = Lex.PercentUnits.Match(view.Tokens, from, out _);
        if (next >= 0)
        {
            return Percent(view, from, BeforeDash(view, next));
        }

        next = Lex.FactorUnits.Match(view.Tokens, from, out _);
        if (next >= 0 && Factor(view, from, from > at && view.Is(next, '$') ? next + 1 : next) is { } factor)
        {
            return factor;
        }

        if (view.Is(at, '+') && view.Glued(at) && view.Is(at + 1, Lex.MeasureUnits))
        {
            at++;
        }

        if (view.IsJoint(at))
        {
            return view.Is(at + 1, Lex.HyphenUnits) && (!view.IsJoint(at + 2) || view.Is(at + 3, Lex.Extents)) ? new(at + 2, view.Of(at + 1).ToString(), QuantityKind.Score) : new(at, null, QuantityKind.Score);
        }

        if (view.Is(at, Lex.PointUnits))
        {
            return new(at + 1, "points", QuantityKind.Score);
        }

        return MeasureReader.Read(view, at);
    }

    // "%", "percentage points", "wt.%": only shares by weight or volume keep the words that say so.
    private static Unit Percent(TokenView view, int from, int next)
    {
        var text = view.Is(from, '‰') || view.Of(from) is "wt" or "vol" or "at" or "mol" ? view.Span(from, next).Of(view.Text) : "%";
        return view.Of(next) is "per" && view.Is(next + 1, Lex.MeasureUnits)
            ? new(next + 2, view.Span(from, next + 2).Of(view.Text), QuantityKind.Percent)
            : new(next, text, QuantityKind.Percent);
    }

    // Phrases skip a hyphen behind their last word, which here is the dash of a range.
    private static int BeforeDash(TokenView view, int next) => next > 0 && view.Is(next - 1, '-') ? next - 1 : next;

    // "18x", but not "256 x 256" nor "2x-large".
    private static Unit? Factor(TokenView view, int from, int next)
    {
        next = BeforeDash(view, next);
        var dashed = view.IsJoint(next) && !view.Is(next + 1, TokenKind.Number);
        return dashed || view.Is(next, TokenKind.Number) || IsOccasion(view, from) ? null : new(next, "x", QuantityKind.Factor);
    }

    // "5 X" with a space is a name or a multiplication, not a factor.
    private static bool IsOccasion(TokenView view, int at) => view.Of(at) is "x" or "X" && !view.Glued(at);
}
