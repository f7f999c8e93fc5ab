using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads one amount: hedge, number, error or upper end, unit, comparative.</summary>
internal static class AmountReader
{
    private const int LongestHedge = 5;
    private const int MostOrders = 30;

    /// <summary>Reads the amount whose number, or whose "from" or "between", stands at a token.</summary>
    public static bool TryRead(TokenView view, int at, out Amount amount)
        => TryReadWords(view, at, out amount) || TryReadOpenedRange(view, at, out amount) || TryReadNumber(view, at, out amount);

    // "half the", "twice as", "an order of magnitude", "two orders of magnitude".
    private static bool TryReadWords(TokenView view, int at, out Amount amount)
    {
        amount = default!;
        if (view.Is(at, TokenKind.Word) && Lexicon.Multiples.TryGetValue(view.Tokens[at].Word, out var multiple))
        {
            return view.Is(at + 1, Lexicon.PartLeads) && !view.IsJoint(at - 1)
                && Set(Grow(view, new() { First = at, Core = at, Next = at + 1, Values = [multiple], Kind = QuantityKind.Factor, Unit = "x" }), out amount);
        }

        var spelled = NumberReader.TryRead(view, at, joined: false, out var number);
        var next = spelled ? number.Next : at + 1;
        if (next >= view.Count || !(spelled || view.Of(at) is "an" or "one" or "An" or "One"))
        {
            return false;
        }

        next = Lexicon.Magnitude.Match(view.Tokens, next, out _);
        return next >= 0
            && Set(Grow(view, new() { First = at, Core = at, Next = next, Values = [PowerOfTen(spelled ? number.Value : 1)], Kind = QuantityKind.Factor, Unit = "x" }), out amount);
    }

    private static double PowerOfTen(double orders) => Math.Pow(10, Math.Clamp(orders, -MostOrders, MostOrders));

    // "from 80.1 to 83.4", "between 3 and 5 days".
    private static bool TryReadOpenedRange(TokenView view, int at, out Amount amount)
    {
        amount = default!;
        if (!view.Is(at, Lexicon.RangeOpenings) || !NumberReader.TryRead(view, AfterSign(view, at + 1), joined: false, out var low) || low.Spelled)
        {
            return false;
        }

        var unit = UnitReader.Read(view, low.Next);
        if (!view.Is(unit.Next, Lexicon.RangeLinks) || !NumberReader.TryRead(view, AfterSign(view, unit.Next + 1), joined: false, out var high) || high.Spelled)
        {
            return false;
        }

        var last = UnitReader.Read(view, high.Next);
        var pair = new Amount { First = at, Core = at + 1, Next = last.Next, Values = [low.Value, high.Value], Kind = QuantityKind.Range, Unit = last.Text ?? unit.Text };
        return AmountFilter.IsReportedRange(view, pair, low, high) && Set(pair, out amount);
    }

    private static bool TryReadNumber(TokenView view, int at, out Amount amount)
    {
        amount = default!;
        if (!NumberReader.TryRead(view, at, joined: false, out var number))
        {
            return false;
        }

        var unit = UnitReader.Read(view, number.Next);
        if (TryReadTolerance(view, number, unit, out amount))
        {
            return true;
        }

        if (view.Mark(unit.Next) is '-' or '–' or '—' or '−' || view.Of(unit.Next) is "to")
        {
            if (TryReadRange(view, number, unit, out amount))
            {
                return true;
            }
        }

        var single = new Amount { First = number.First, Core = at, Next = unit.Next, Values = [number.Value], Kind = unit.Kind, Unit = unit.Text };
        return AmountFilter.TryAccept(view, Grow(view, single), number, out amount);
    }

    private static bool TryReadTolerance(TokenView view, Number number, Unit unit, out Amount amount)
    {
        amount = default!;
        if (number.Spelled)
        {
            return false;
        }

        // "5 pm 1" must not be read as five picometres.
        var bare = PlusMinusEnd(view, number.Next);
        var next = bare >= 0 ? bare : PlusMinusEnd(view, unit.Next);
        if (next < 0 || !NumberReader.TryRead(view, next, joined: true, out var error))
        {
            return false;
        }

        var last = UnitReader.Read(view, error.Next);
        var ownUnit = bare >= 0 ? null : unit.Text;
        return Set(Grow(view, new() { First = number.First, Core = number.First, Next = last.Next, Values = [number.Value, error.Value], Kind = QuantityKind.Tolerance, Unit = last.Text ?? ownUnit }), out amount);
    }

    // "±", "+-", "+/-", and "pm" that LaTeX left behind. -1 when none stands there.
    private static int PlusMinusEnd(TokenView view, int at)
    {
        if (view.Is(at, '±'))
        {
            return at + 1;
        }

        if (view.Is(at, '+'))
        {
            var minus = view.Is(at + 1, '/') ? at + 2 : at + 1;
            return view.Mark(minus) is '-' or '−' ? minus + 1 : -1;
        }

        var word = view.Is(at, '\\') ? at + 1 : at;
        return view.Of(word) is "pm" ? word + 1 : -1;
    }

    private static bool TryReadRange(TokenView view, Number number, Unit unit, out Amount amount)
    {
        amount = default!;
        var link = unit.Next;
        if ((view.Mark(link) is '-' && !view.Glued(link)) || !NumberReader.TryRead(view, AfterSign(view, link + 1), joined: view.Is(link, TokenKind.Mark), out var high) || high.Spelled || number.Spelled)
        {
            return false;
        }

        var last = UnitReader.Read(view, high.Next);
        var pair = new Amount { First = number.First, Core = number.First, Next = last.Next, Values = [number.Value, high.Value], Kind = QuantityKind.Range, Unit = last.Text ?? unit.Text };
        return AmountFilter.IsReportedRange(view, pair, number, high) && Set(Grow(view, pair), out amount);
    }

    private static int AfterSign(TokenView view, int at) => view.Mark(at) is '-' or '−' or '–' or '+' ? at + 1 : at;

    // A hedge may have another before it: "above ~500 K".
    private static Amount Grow(TokenView view, Amount amount)
    {
        var first = HedgeStart(view, HedgeStart(view, amount.First));
        var takesComparative = amount.Unit is "%" or "x" && view.Is(amount.Next, Lexicon.Comparatives);
        return amount with { First = first, Next = takesComparative ? amount.Next + 1 : amount.Next };
    }

    private static int HedgeStart(TokenView view, int first)
    {
        for (var start = Math.Max(0, first - LongestHedge); start < first; start++)
        {
            if (Lexicon.Hedges.Match(view.Tokens[..first], start, out _) == first)
            {
                return start;
            }
        }

        return first;
    }

    private static bool Set(Amount value, out Amount amount)
    {
        amount = value;
        return true;
    }
}
