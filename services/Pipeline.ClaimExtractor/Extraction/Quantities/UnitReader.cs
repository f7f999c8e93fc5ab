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
    private const int MostParts = 6;

    /// <summary>Reads the unit at a token; none gives <see cref="Unit.Text"/> null.</summary>
    public static Unit Read(TokenView view, int at)
    {
        if (at >= view.Count)
        {
            return new(at, null, QuantityKind.Score);
        }

        var next = Lexicon.PercentUnits.Match(view.Tokens, at, out _);
        if (next >= 0)
        {
            return new(next, view.Is(at, '‰') ? "‰" : "%", QuantityKind.Percent);
        }

        next = Lexicon.FactorUnits.Match(view.Tokens, at, out _);
        if (next >= 0 && !view.IsJoint(next) && !view.Is(next, TokenKind.Number))
        {
            return new(next, "x", QuantityKind.Factor);
        }

        if (view.IsJoint(at))
        {
            return view.Is(at + 1, Lexicon.HyphenUnits) && !view.IsJoint(at + 2) ? new(at + 2, view.Of(at + 1).ToString(), QuantityKind.Score) : new(at, null, QuantityKind.Score);
        }

        if (view.Is(at, Lexicon.PointUnits))
        {
            return new(at + 1, "points", QuantityKind.Score);
        }

        return Measure(view, at);
    }

    // "km", "mg/L", "m s−1", "°C": units of measure with their powers and divisors.
    private static Unit Measure(TokenView view, int at)
    {
        var next = at;
        var end = at;
        for (var parts = 0; parts < MostParts && IsUnit(view, next); parts++)
        {
            next = SkipPower(view, view.Is(next, '°') && view.Glued(next + 1) && view.Of(next + 1) is "C" or "F" or "N" or "E" or "W" or "S" ? next + 2 : next + 1);
            end = next;
            next = view.Mark(next) is '/' or '·' && view.Glued(next) ? next + 1 : next;
            if (next == end && !(view.Of(next).Length <= 3 && HasPower(view, next + 1)))
            {
                break;
            }
        }

        return end == at ? new(at, null, QuantityKind.Score) : new(end, view.Span(at, end).Of(view.Text), QuantityKind.Score);
    }

    // Single letters are units only where their case says so: "5 m", "300 K", not "a" or "C".
    private static bool IsUnit(TokenView view, int at)
        => view.Is(at, Lexicon.MeasureUnits)
            && (view.Of(at).Length > 1 || view.Of(at)[0] is 'm' or 's' or 'g' or 'h' or 'K' or 'V' or 'W' or 'N' or 'J' or 'L' or 'l' or 'A' or '°')
            && !(view.Of(at).Length == 1 && view.IsJoint(at + 1));

    private static bool HasPower(TokenView view, int at)
        => view.Mark(at) is '−' or '-' or '–' && view.Glued(at) && view.Of(at + 1) is "1" or "2" or "3";

    private static int SkipPower(TokenView view, int at)
        => HasPower(view, at) && view.Glued(at + 1) ? at + 2 : at;
}
