using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Reads numbers joined by a colon or a slash as one: "80/20", "1:10", "05:28".</summary>
internal static class RatioReader
{
    private const int MostParts = 3;

    public static Candidate? Read(TokenView view, Number number)
    {
        var next = number.Next;
        var values = new double[MostParts];
        values[0] = number.Value;
        var count = 1;
        while (count < MostParts && view.Mark(next) is ':' or '/' && view.Glued(next) && view.Glued(next + 1) && view.Of(next + 1).IndexOf(',') < 0
            && NumberReader.TryRead(view, next + 1, joined: true, out var part) && !part.Scaled)
        {
            values[count++] = part.Value;
            next = part.Next;
        }

        if (count == 1 || number.Spelled)
        {
            return null;
        }

        var unit = UnitReader.Read(view, next);
        return unit.Kind == QuantityKind.Percent && view.Mark(number.Next) is '/' ? null : new()
        {
            Core = number.First, NumberNext = number.Next, UnitNext = unit.Next, TailNext = unit.Next, Values = values[..count],
            Kind = QuantityKind.Score, Unit = unit.Text, Reading = Reading.Ratio,
        };
    }
}
