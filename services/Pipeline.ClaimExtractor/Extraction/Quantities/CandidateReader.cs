using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads every number of a sentence that could be a quantity: high recall, exact ends.</summary>
internal static class CandidateReader
{
    private const int MostOrders = 30;
    private const int LongestAside = 8;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>All candidates of a sentence, in order and disjoint.</summary>
    public static List<Candidate> Read(TokenView view)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < view.Count;)
        {
            if (MayBegin(view.Tokens[i]) && TryRead(view, i) is { } candidate)
            {
                candidates.Add(TailReader.AddPer(view, candidate));
                i = Math.Max(i + 1, candidate.UnitNext);
            }
            else
            {
                i++;
            }
        }

        return candidates;
    }

    private static bool MayBegin(Token token) => token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && Lex.Beginnings.Contains(token));

    private static Candidate? TryRead(TokenView view, int at)
        => MultipleOf(view, at) ?? DateReader.Read(view, at) ?? OfNumber(view, at);

    // "half the", "twice as", "an order of magnitude", "two orders of magnitude".
    private static Candidate? MultipleOf(TokenView view, int at)
    {
        if (view.Is(at, TokenKind.Number))
        {
            return null;
        }

        if (Lex.Multiples.TryGetValue(view.Tokens[at].Word, out var multiple))
        {
            var reading = view.Is(at + 1, Lex.PartLeads) && !view.IsJoint(at - 1) ? Reading.Reported : Reading.Loose;
            return Factor(view, at, at + 1, multiple, reading);
        }

        var spelled = Lex.NumberWords.TryGetValue(view.Tokens[at].Word, out var orders);
        if (at + 1 >= view.Count || !(spelled || view.Of(at) is "an" or "An"))
        {
            return null;
        }

        var next = Lex.Magnitude.Match(view.Tokens, at + 1, out _);
        return next < 0 ? null : Factor(view, at, next, Math.Pow(10, Math.Clamp(spelled ? orders : 1, -MostOrders, MostOrders)), Reading.Reported);
    }

    private static Candidate Factor(TokenView view, int at, int next, double value, Reading reading) => TailReader.Add(view, new()
    {
        Core = at, NumberNext = next, UnitNext = next, Values = [value], Kind = QuantityKind.Factor, Unit = "x", Reading = reading, Spelled = true,
    });

    private static Candidate? OfNumber(TokenView view, int at)
    {
        if (!NumberReader.TryRead(view, at, joined: false, out var number))
        {
            return null;
        }

        if (RatioReader.Read(view, number) is { } ratio)
        {
            return ratio;
        }

        var unit = UnitReader.Read(view, number.Next);
        return ToleranceReader.Read(view, number, unit) ?? RangeOf(view, number, unit) ?? ReadingRules.Read(view, number, unit);
    }

    // "80.1 to 83.4", "2-3%", "9% (without) to 4%"; "3 and 5" only behind "between".
    private static Candidate? RangeOf(TokenView view, Number low, Unit unit)
    {
        var link = AfterAside(view, unit.Next, low);
        var isAnd = view.Of(link) is "and" && view.Of(low.First - 1) is "between" or "Between";
        if (!(isAnd || view.Of(link) is "to" || view.Mark(link) is '-' or '–' or '—' or '−' or '~' or '∼'))
        {
            return null;
        }

        var dash = view.Is(link, TokenKind.Mark);
        link = dash && view.Is(link + 1, '-') && view.Glued(link + 1) ? link + 1 : link;
        if ((dash && view.Mark(link) is '-' && !view.Glued(link)) || !NumberReader.TryRead(view, HighAt(view, link + 1), joined: dash, out var high) || high.Spelled != low.Spelled)
        {
            return null;
        }

        var last = UnitReader.Read(view, high.Next);
        var read = new Candidate
        {
            Core = low.First, NumberNext = low.Next, UnitNext = last.Next, Values = [low.Value, high.Value], Kind = QuantityKind.Range,
            Unit = last.Text ?? unit.Text, Spelled = low.Spelled, Decimal = low.Decimal || high.Decimal,
        };
        return TailReader.Add(view, read with { Reading = ReadingRules.OfRange(view, read, low, high) });
    }

    // The upper end may have a sign or a hedge of its own: "from 50% to around 80%".
    private static int HighAt(TokenView view, int at)
    {
        at = view.Mark(at) is '-' or '−' or '–' or '+' ? at + 1 : at;
        var hedge = at < view.Count ? Lex.Hedges.Match(view.Tokens, at, out _) : -1;
        return hedge >= 0 ? hedge : at;
    }

    // "from 25.5% (for direct transfer) to 64.8%".
    private static int AfterAside(TokenView view, int at, Number low)
    {
        if (!view.Is(at, '(') || view.Of(low.First - 1) is not ("from" or "From"))
        {
            return at;
        }

        for (var i = at + 1; i <= at + LongestAside; i++)
        {
            if (view.Is(i, ')'))
            {
                return i + 1;
            }
        }

        return at;
    }
}
