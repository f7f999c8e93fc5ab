using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads units of measure with their powers and divisors: "km", "mg/L", "m s−1", "°C", "tokens per second".</summary>
internal static class MeasureReader
{
    private const int MostParts = 6;
    private const int LongestPowered = 4;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Reads the unit at a token; none gives <see cref="Unit.Text"/> null.</summary>
    public static Unit Read(TokenView view, int at)
    {
        var next = at;
        var end = at;
        for (var parts = 0; parts < MostParts && PartEnd(view, next, inside: parts > 0) is var part and > 0; parts++)
        {
            end = SkipPower(view, part);
            next = DivisorEnd(view, end);
            if (next == end && !(view.Of(next).Length <= LongestPowered && HasPower(view, next + 1)))
            {
                break;
            }
        }

        return end == at ? new(at, null, QuantityKind.Score) : new(end, view.Span(at, end).Of(view.Text), QuantityKind.Score);
    }

    // One past the unit word at a token; -1 when none stands there.
    private static int PartEnd(TokenView view, int at, bool inside)
    {
        if (view.Is(at, '°'))
        {
            return view.Glued(at + 1) && view.Of(at + 1) is "C" or "F" or "N" or "E" or "W" or "S" or "K" ? at + 2 : at + 1;
        }

        if (!view.Is(at, TokenKind.Word))
        {
            return -1;
        }

        return IsUnit(view, at, inside) || IsPowered(view, at) || IsDivided(view, at) ? at + 1 : -1;
    }

    // Single letters are units only where their case says so: "5 m", "300 K", not "a" or "C".
    private static bool IsUnit(TokenView view, int at, bool inside)
        => view.Is(at, Lex.MeasureUnits)
            && (view.Of(at).Length > 1 || view.Of(at)[0] is 'm' or 's' or 'g' or 'h' or 'K' or 'V' or 'W' or 'N' or 'J' or 'L' or 'l' or 'A' || (view.Of(at)[0] is 'M' && !view.Glued(at)) || (inside && view.Of(at)[0] is 'd' or 'C'))
            && !(view.Of(at).Length == 1 && view.IsJoint(at + 1) && !view.Is(at + 2, Lex.Extents));

    // "stems/ha", "U/ml", "tokens per second": anything over a unit.
    private static bool IsDivided(TokenView view, int at)
        => (view.Of(at) is "tokens" or "frames" or "images" or "samples" or "queries" && view.Of(at + 1) is "per" && view.Is(at + 2, Lex.MeasureUnits)) || view.Is(at + 1, '/') && view.Glued(at + 1) && view.Glued(at + 2) && (view.Is(at + 2, Lex.MeasureUnits) || view.Of(at + 2) is "v" or "w");

    // "m2", "cm3", where print lost the superscript.
    private static bool IsPowered(TokenView view, int at)
    {
        var word = view.Of(at);
        return word.Length is >= 2 and <= LongestPowered && word[^1] is '2' or '3' && Lexicon.Words.Find(word[..^1]) is var id and not Vocabulary.Unknown
            && Lex.MeasureUnits.Contains(view.Tokens[at] with { Word = id });
    }

    // "mg/L", "N·m", "ms per token", "frames / s".
    private static int DivisorEnd(TokenView view, int at)
    {
        if (view.Mark(at) is '/' or '·' or '⋅' && view.Glued(at) && view.Glued(at + 1))
        {
            return at + 1;
        }

        return view.Of(at) is "per" && view.Is(at + 1, Lex.MeasureUnits) ? at + 1 : at;
    }

    private static bool HasPower(TokenView view, int at)
        => view.Mark(at) is '−' or '-' or '–' && view.Glued(at) && view.Of(at + 1) is "1" or "2" or "3";

    private static int SkipPower(TokenView view, int at)
    {
        if (view.Is(at, '^') && view.Glued(at) && view.Is(at + 1, TokenKind.Number))
        {
            return at + 2;
        }

        return HasPower(view, at) ? at + 2 : at;
    }
}
