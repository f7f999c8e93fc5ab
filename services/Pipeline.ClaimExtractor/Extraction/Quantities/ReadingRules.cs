using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>How a number reads by the words around it: a result, a count, a setting, a year, a label.</summary>
internal static class ReadingRules
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int LargestListNumber = 20;
    private const int LongestLabelList = 10;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Reads a single number with its unit.</summary>
    public static Candidate Read(TokenView view, Number number, Unit unit)
    {
        var read = TailReader.Add(view, new()
        {
            Core = number.First, NumberNext = number.Next, UnitNext = unit.Next, Values = [number.Value], Kind = unit.Kind, Unit = unit.Text,
            Spelled = number.Spelled, Decimal = number.Decimal,
        });
        var first = HedgeReader.Start(view, read.Core);
        if (HangsOn(view, read.UnitNext, number))
        {
            return read with { Reading = Reading.Glued };
        }

        return read.Kind switch
        {
            QuantityKind.Percent => read with { Reading = view.Is(read.UnitNext, Lex.NotReported) ? Reading.Setting : Reading.Reported },
            QuantityKind.Factor => read with { Reading = IsFactor(view, read, number, first) ? Reading.Reported : Reading.Loose },
            _ when IsAfterLabel(view, first) => read with { Reading = Reading.Label },
            _ when unit.Text is "fold" => view.IsJoint(read.UnitNext) || view.Of(read.UnitNext) is "cross" ? read with { Reading = Reading.Setting } : read with { Kind = QuantityKind.Factor, Unit = "x" },
            _ when unit.Text is not null => read with { Reading = view.Of(read.UnitNext) is "cross" or "CV" ? Reading.Setting : Reading.Measured },
            _ => Bare(view, TailReader.AddCounted(CountReader.Read(view, read, number)), number, first),
        };
    }

    /// <summary>Reads a pair.</summary>
    public static Reading OfRange(TokenView view, Candidate range, Number low, Number high)
    {
        if (HangsOn(view, range.UnitNext, high) || IsAfterLabel(view, low.First))
        {
            return Reading.Label;
        }

        // "1.5B to 14B parameters" are sizes.
        if (view.Is(range.UnitNext, Lex.SettingNouns) && range.Unit is null)
        {
            return Reading.Setting;
        }

        return IsYear(low) && IsYear(high) ? Reading.Year
            : range.Unit is not null || low.Decimal || high.Decimal || HedgeReader.Start(view, low.First) < low.First ? Reading.Reported
            : Reading.Bare;
    }

    private static Candidate Bare(TokenView view, Candidate read, Number number, int first)
    {
        if (IsListNumber(view, number))
        {
            return read with { Reading = Reading.Label, Kind = QuantityKind.Score };
        }

        if (IsYear(number) && !IsRoundCount(read, number))
        {
            return read with { Reading = Reading.Year };
        }

        // "20 Questions" is a game, not a count.
        if (view.IsCapitalised(read.UnitNext) && view.Is(read.UnitNext, Lex.ScaleNouns))
        {
            return read with { Reading = Reading.Named };
        }

        if (IsChance(view, first))
        {
            return read with { Reading = Reading.Setting };
        }

        var lead = ScoreReader.Lead(view, read, first);
        if (lead >= 0 && view.Of(lead) is "factor")
        {
            return read with { Kind = QuantityKind.Factor, Unit = "x", Reading = Reading.Reported };
        }

        if (read.Kind == QuantityKind.Count || number.Spelled || number.Scaled)
        {
            return read.Kind == QuantityKind.Count ? read : read with { Kind = QuantityKind.Count, Reading = Reading.Bare };
        }

        if (first > 1 && view.IsCapitalised(first - 1) && !view.Is(first - 1, Lex.ScoreWords) && !IsFineDecimal(view, number))
        {
            return read with { Reading = Reading.Named };
        }

        return lead >= 0 || first < number.First || view.Is(number.First - 1, '=') ? read with { Reading = Reading.Scored }
            : read with { Reading = number.Decimal ? Reading.Decimal : Reading.Bare };
    }

    // Something is glued to the number that makes it another thing: "3D", "2nd", "16-bit", "10^3", "50/50", "1:2".
    private static bool HangsOn(TokenView view, int next, Number number)
        => view.Glued(next)
            && (view.Is(next, TokenKind.Word) || view.Is(next, TokenKind.Number) || view.IsJoint(next)
                || (view.Mark(next) is '_' or '^' or '/' or ':' or '@' or '#' or '–' && view.Glued(next + 1)) || (number.Spelled && view.IsJoint(next)));

    private static bool IsFactor(TokenView view, Candidate read, Number number, int first)
    {
        if (view.Of(read.UnitNext) is "cross" || view.IsJoint(read.UnitNext))
        {
            return false;
        }

        var spaced = view.Of(number.Next) is "times" && !view.Glued(number.Next);
        return !spaced || first < number.First || read.Tail == Tail.Comparative || view.Is(read.UnitNext, Lex.TimesLeads) || view.Is(read.UnitNext, Lex.Comparatives);
    }

    private static bool IsYear(Number number)
        => number is { Decimal: false, Scaled: false, Value: >= FirstYear and <= LastYear };

    // "p < 0.001" says how sure a result is.
    private static bool IsChance(TokenView view, int first)
        => view.Of(view.Mark(first - 1) is '=' or '<' or '>' ? first - 2 : first - 1) is "p" or "P";

    // "2000 ribbon tasks".
    private static bool IsRoundCount(Candidate read, Number number) => read.Reading == Reading.Scale && number.Value % 100 == 0;

    private static bool IsListNumber(TokenView view, Number number)
        => number is { Decimal: false, Value: >= 0 and <= LargestListNumber } && (view.Is(number.Next, ')') || view.Is(number.First - 1, '['))
            || (view.Is(number.First - 1, '[') || view.Is(number.Next, ']'));

    private static bool IsAfterLabel(TokenView view, int first)
        => view.Is(first - 1, Lex.Labels) || (view.Is(first - 1, '.') && view.Is(first - 2, Lex.Labels)) || IsInLabelList(view, first);

    // "Figures 3A and 3J": the second is no energy.
    private static bool IsInLabelList(TokenView view, int first)
    {
        var at = first - 1;
        while (at > first - LongestLabelList && (view.Is(at, Lex.ListLinks) || view.Is(at, TokenKind.Number) || (view.Glued(at) && view.Is(at, TokenKind.Word) && view.Of(at).Length == 1)))
        {
            at--;
        }

        return at < first - 2 && view.Of(at) is "Figures" or "Figs" or "Tables" or "Sections" or "figures" or "tables" or "sections";
    }

    private static bool IsFineDecimal(TokenView view, Number number)
    {
        var digits = view.Of(number.Next - 1);
        return number.Decimal && digits.Length - digits.IndexOf('.') > 2;
    }
}
