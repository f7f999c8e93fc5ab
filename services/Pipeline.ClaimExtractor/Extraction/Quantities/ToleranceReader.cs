using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads a value with its error: "0.990±0.006", "0.990pm0.006", "1.08 plus/minus 0.01".</summary>
internal static class ToleranceReader
{
    public static Candidate? Read(TokenView view, Number number, Unit unit)
    {
        // "5 pm 1" must not be read as five picometres.
        var bare = PlusMinusEnd(view, number.Next);
        var next = bare >= 0 ? bare : PlusMinusEnd(view, unit.Next);
        if (number.Spelled || next < 0 || !NumberReader.TryRead(view, next, joined: true, out var error))
        {
            return null;
        }

        var last = UnitReader.Read(view, error.Next);
        return TailReader.Add(view, new()
        {
            Core = number.First, NumberNext = number.Next, UnitNext = last.Next, Values = [number.Value, Error(view, number, error)], Kind = QuantityKind.Tolerance,
            Unit = last.Text ?? (bare >= 0 ? null : unit.Text), Decimal = number.Decimal,
        });
    }

    // "0.91+-08" lost a point and a zero.
    private static double Error(TokenView view, Number number, Number error)
    {
        var digits = view.Of(error.Next - 1);
        return number.Decimal && digits.Length > 1 && digits[0] == '0' && digits.IndexOf('.') < 0 ? Math.Round(error.Value / Math.Pow(10, digits.Length), digits.Length) : error.Value;
    }

    private static int PlusMinusEnd(TokenView view, int at)
    {
        // Phrases skip hyphens, so the minus of "+-" is looked for here.
        if (view.Is(at, '+'))
        {
            var minus = view.Is(at + 1, '/') ? at + 2 : at + 1;
            return view.Mark(minus) is '-' or '−' ? minus + 1 : -1;
        }

        var from = view.Is(at, '$') ? at + 1 : at;
        var next = from < view.Count ? Lexicon.Quantities.PlusMinus.Match(view.Tokens, from, out _) : -1;
        return next >= 0 && view.Is(next, '$') ? next + 1 : next;
    }
}
