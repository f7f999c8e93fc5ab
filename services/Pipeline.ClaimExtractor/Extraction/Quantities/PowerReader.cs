using System.Globalization;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads powers of ten: "3.7 × 10^6", "1×10−5", "$10^{-3}$", and "1.5×1012" where print lost the superscript.</summary>
internal static class PowerReader
{
    private const int LargestPower = 300;
    private const int LongestLostPower = 2;

    /// <summary>The number with the power of ten behind it, or as it was.</summary>
    public static Number Read(TokenView view, Number number)
    {
        if (number is { Value: 10, Decimal: false } && Exponent(view, number.Next, markNeeded: true) is { } own)
        {
            return number with { Next = own.Next, Value = Math.Pow(10, own.Power), Scaled = true };
        }

        var ten = AfterTimes(view, number.Next);
        if (ten < 0 || !view.Is(ten, TokenKind.Number) || !view.Of(ten).StartsWith("10"))
        {
            return number;
        }

        var lost = view.Of(ten)[2..];
        if (lost.Length is > 0 and <= LongestLostPower && int.TryParse(lost, NumberStyles.None, CultureInfo.InvariantCulture, out var power))
        {
            return number with { Next = ten + 1, Value = number.Value * Math.Pow(10, power), Scaled = true };
        }

        return lost.Length == 0 && Exponent(view, ten + 1, markNeeded: false) is { } exponent
            ? number with { Next = exponent.Next, Value = number.Value * Math.Pow(10, exponent.Power), Scaled = true }
            : number;
    }

    private static int AfterTimes(TokenView view, int at)
    {
        at = view.Is(at, '$') ? at + 1 : at;
        at = view.Is(at, '\\') ? at + 1 : at;
        return view.Is(at, '×') || view.Of(at) is "times" or "x" ? at + 1 : -1;
    }

    // "^6", "^{-3}", and "−5" glued to the ten.
    private static (int Next, int Power)? Exponent(TokenView view, int at, bool markNeeded)
    {
        var marked = view.Is(at, '^');
        at = marked ? at + 1 : at;
        var braced = marked && view.Is(at, '{');
        at = braced ? at + 1 : at;
        var negative = view.Mark(at) is '-' or '−' or '–';
        var digits = negative ? at + 1 : at;
        if (!(marked || (negative && !markNeeded && view.Glued(at))) || !view.Is(digits, TokenKind.Number)
            || !int.TryParse(view.Of(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var power) || power > LargestPower)
        {
            return null;
        }

        var next = braced && view.Is(digits + 1, '}') ? digits + 2 : digits + 1;
        return (next, negative ? -power : power);
    }
}
