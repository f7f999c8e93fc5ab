using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Keeps amounts that are reported, and drops settings, sizes, years, versions and numbers of names and lists.</summary>
internal static class AmountFilter
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int LargestListNumber = 20;
    private const int LongestEllipsis = 12;

    /// <summary>Decides on a single number with its unit.</summary>
    public static bool TryAccept(TokenView view, Amount read, Number number, out Amount amount)
    {
        amount = read;
        if (HangsOn(view, read.Next, number) || (read.Kind != QuantityKind.Percent && IsAfterLabel(view, read.First)))
        {
            return false;
        }

        if (read.Kind == QuantityKind.Percent)
        {
            return !view.Is(read.Next, Lexicon.NotReported);
        }

        if (read.Kind == QuantityKind.Factor)
        {
            return IsFactor(view, read, number);
        }

        if (read.Unit is not null)
        {
            amount = IsFold(view, read) ? read with { Kind = QuantityKind.Factor, Unit = "x" } : read with { Confidence = 0.6 };
            return !(view.Of(read.Next) is "cross" or "CV");
        }

        return CountReader.TryRead(view, read, number, out amount) || TryAcceptBare(view, read, number, out amount);
    }

    /// <summary>Decides on a pair: not years, pages or sizes of models.</summary>
    public static bool IsReportedRange(TokenView view, Amount range, Number low, Number high)
        => !HangsOn(view, range.Next, high)
            && !IsAfterLabel(view, low.First)
            && !(low.Scaled || high.Scaled)
            && (range.Unit is not null || (!IsYear(low) && !IsYear(high) && (low.Decimal || high.Decimal || range.Core > range.First)));

    // Something is glued to the number that makes it another thing: "3D", "2nd", "16-bit", "10^3", "50/50", "1:2".
    private static bool HangsOn(TokenView view, int next, Number number)
        => view.Glued(next)
            && (view.Is(next, TokenKind.Word) || view.Is(next, TokenKind.Number) || view.IsJoint(next)
                || (view.Mark(next) is '_' or '^' or '/' or ':' or '@' or '#' or '–' && view.Glued(next + 1)) || (number.Spelled && view.IsJoint(next)));

    private static bool IsFactor(TokenView view, Amount read, Number number)
    {
        if (view.Of(read.Next) is "cross" || view.IsJoint(read.Next))
        {
            return false;
        }

        var spaced = view.Of(number.Next) is "times" && !view.Glued(number.Next);
        return !spaced || read.First < number.First || view.Is(read.Next - 1, Lexicon.Comparatives) || view.Is(read.Next, Lexicon.TimesLeads) || view.Is(read.Next, Lexicon.Comparatives);
    }

    private static bool IsFold(TokenView view, Amount read) => read.Unit is "fold" && !view.IsJoint(read.Next);

    private static bool TryAcceptBare(TokenView view, Amount read, Number number, out Amount amount)
    {
        amount = read with { Confidence = 0.6 };
        if (number.Spelled || number.Scaled || IsYear(number) || IsListNumber(view, number) || IsLabelled(view, read, number))
        {
            return false;
        }

        var lead = ScoreLead(view, read.First) is var own and >= 0 ? own : EllipticLead(view, read);
        if (lead >= 0 && view.Of(lead) is "factor")
        {
            amount = read with { Kind = QuantityKind.Factor, Unit = "x" };
            return true;
        }

        return lead >= 0 || number.Decimal || read.First < number.First || view.Is(number.First - 1, '=');
    }

    // The metric a bare number belongs to: directly before it, or over "of", "is", "score of" and the like.
    private static int ScoreLead(TokenView view, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (view.Is(i, Lexicon.ScoreWords))
            {
                return i;
            }

            if (!view.Is(i, Lexicon.Links))
            {
                return -1;
            }
        }

        return -1;
    }

    // "a factor of 20 for images and 17 for videos": the second number belongs to what leads the first.
    private static int EllipticLead(TokenView view, Amount read)
    {
        if (!(view.Of(read.First - 1) is "and" && view.Of(read.Next) is "for" or "on" or "in"))
        {
            return -1;
        }

        for (var i = read.First - 2; i > 0 && i >= read.First - LongestEllipsis; i--)
        {
            if (view.Is(i, TokenKind.Number) && view.Of(i + 1).SequenceEqual(view.Of(read.Next)))
            {
                return ScoreLead(view, i);
            }
        }

        return -1;
    }

    private static bool IsYear(Number number)
        => number is { Decimal: false, Scaled: false, Value: >= FirstYear and <= LastYear };

    private static bool IsListNumber(TokenView view, Number number)
        => number is { Decimal: false, Value: >= 0 and <= LargestListNumber } && (view.Is(number.Next, ')') || view.Is(number.First - 1, '['))
            || (view.Is(number.First - 1, '[') || view.Is(number.Next, ']'));

    // "Section 3", "GPT 4", "Llama 2": a label, or a name that a whole number or a version follows.
    private static bool IsLabelled(TokenView view, Amount read, Number number)
        => IsAfterLabel(view, read.First)
            || (read.First > 1 && view.IsCapitalised(read.First - 1) && !view.Is(read.First - 1, Lexicon.ScoreWords) && !IsFineDecimal(view, number));

    private static bool IsAfterLabel(TokenView view, int first)
        => view.Is(first - 1, Lexicon.Labels) || (view.Is(first - 1, '.') && view.Is(first - 2, Lexicon.Labels));

    private static bool IsFineDecimal(TokenView view, Number number)
    {
        var digits = view.Of(number.Next - 1);
        return number.Decimal && digits.Length - digits.IndexOf('.') > 2;
    }
}
