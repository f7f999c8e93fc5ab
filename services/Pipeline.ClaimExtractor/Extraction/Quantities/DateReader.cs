using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads dates with a month: "6 November 2011", "December 16", "July 2004".</summary>
internal static class DateReader
{
    private const double LongestDay = 31;

    public static Candidate? Read(TokenView view, int at)
    {
        var isDay = IsDay(view, at);
        var month = isDay ? AfterOrdinal(view, at + 1) : at;
        if (!view.Is(month, Lexicon.Quantities.Months) || !view.IsCapitalised(month))
        {
            return null;
        }

        var day = !isDay && IsDay(view, month + 1) && !view.Glued(month + 1) ? month + 1 : -1;
        var next = day > 0 ? AfterOrdinal(view, day + 1) : month + 1;
        var year = view.Is(next, ',') ? next + 1 : next;
        next = IsYear(view, year) ? year + 1 : next;
        if (next == month + 1 && !isDay)
        {
            return null;
        }

        var value = NumberReader.TryRead(view, IsYear(view, year) ? year : isDay ? at : day, joined: true, out var number) ? number.Value : 0;
        return new() { Core = at, NumberNext = next, UnitNext = next, TailNext = next, Values = [value], Kind = QuantityKind.Score, Reading = Reading.Year };
    }

    private static bool IsDay(TokenView view, int at)
        => view.Is(at, TokenKind.Number) && view.Of(at).Length <= 2 && double.TryParse(view.Of(at), out var day) && day <= LongestDay;

    private static bool IsYear(TokenView view, int at) => view.Is(at, TokenKind.Number) && view.Of(at) is ['1' or '2', '0' or '8' or '9', _, _];

    private static int AfterOrdinal(TokenView view, int at) => view.Of(at) is "th" or "st" or "nd" or "rd" ? at + 1 : at;
}
