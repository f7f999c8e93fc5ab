using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What the decision looks at whether a candidate is a quantity.</summary>
internal static class QuantityFeatures
{
    private const int NounReach = 5;
    private const int CueReach = 8;
    private const int LongestChunk = 6;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Is the candidate a quantity?</summary>
    public static void Keep(TokenView view, Candidate candidate, ref FeatureList list)
    {
        var first = HedgeReader.Start(view, candidate.Core);
        var next = candidate.UnitNext;
        Itself(view, candidate, first, ref list);
        Around(view, candidate, first, next, ref list);
        Cues(view, candidate, first, next, ref list);
    }

    private static void Itself(TokenView view, Candidate candidate, int first, ref FeatureList list)
    {
        var unit = FeatureList.Unit(candidate.Unit);
        var reading = (uint)candidate.Reading;
        var form = (candidate.Spelled ? 1u : 0) + (candidate.Decimal ? 2u : 0);
        var digits = view.Of(candidate.NumberNext - 1);
        list.Add(1);
        list.Add(2, reading);
        list.Add(3, reading, form);
        list.Add(4, (uint)candidate.Kind, form);
        list.Add(5, unit);
        list.Add(6, unit, reading);
        list.Add(7, FeatureList.Word(view, candidate.Core));
        list.Add(8, candidate.Spelled ? FeatureList.Text(digits) : 0, reading);
        list.Add(9, FeatureList.Words(view, first, candidate.Core), reading);
        list.Add(10, first < candidate.Core ? 1u : 0, reading);
        list.Add(11, Size(candidate.Values[0]), reading);
    }

    private static void Around(TokenView view, Candidate candidate, int first, int next, ref FeatureList list)
    {
        var (before, behind) = (FeatureList.Word(view, first - 1), FeatureList.Word(view, next));
        var reading = (uint)candidate.Reading;
        list.Add(12, before);
        list.Add(13, before, FeatureList.Word(view, first - 2));
        list.Add(14, FeatureList.Word(view, first - 2));
        list.Add(15, before, reading);
        list.Add(16, behind);
        list.Add(17, behind, FeatureList.Word(view, next + 1));
        list.Add(18, FeatureList.Word(view, next + 1));
        list.Add(19, behind, reading);
        list.Add(20, before, behind);
        list.Add(21, Shape(view, first - 1), Shape(view, next));
        list.Add(22, Shape(view, first - 1), reading);
        list.Add(23, Shape(view, next), reading);
        list.Add(24, view.Glued(candidate.Core) ? view.Mark(candidate.Core - 1) : 0u);
        list.Add(25, view.Glued(next) ? 1u + view.Mark(next) : 0u, reading);
    }

    private static void Cues(TokenView view, Candidate candidate, int first, int next, ref FeatureList list)
    {
        var noun = candidate.Counted is { } counted ? counted.Next - 1 : -1;
        list.Add(26, noun >= 0 ? FeatureList.Word(view, noun) : 0);
        list.Add(27, noun >= 0 ? (uint)Math.Min(noun - next, NounReach) : 99, candidate.Spelled ? 1u : 0);
        list.Add(28, view.Is(first - 1, Lex.ScaleLeads) ? 1u : 0, (uint)candidate.Reading);
        var (metric, change) = (false, false);
        for (var i = first - CueReach; i < next + CueReach; i++)
        {
            metric |= view.Is(i, Lex.MetricWords);
            change |= view.Is(i, Lex.Increases) || view.Is(i, Lex.Decreases);
        }

        list.Add(32, Chunk(view, candidate));
        for (var i = next + 1; i < next + 5; i++)
        {
            if (view.Is(i, TokenKind.Word))
            {
                list.Add(33, FeatureList.Word(view, i), candidate.Spelled ? 1u : 0);
            }
        }

        list.Add(29, metric ? 1u : 0, (uint)candidate.Reading);
        list.Add(30, change ? 1u : 0, (uint)candidate.Reading);
        for (var i = Math.Max(0, first - CueReach); i < first - 2; i++)
        {
            if (view.Is(i, TokenKind.Word))
            {
                list.Add(31, FeatureList.Word(view, i));
            }
        }
    }

    // The form of everything that stands around the number without white space: "9/9a-9", "(9)", "9%,".
    private static uint Chunk(TokenView view, Candidate candidate)
    {
        var first = candidate.Core;
        for (var steps = 0; steps < LongestChunk && view.Glued(first); steps++)
        {
            first--;
        }

        var hash = 1u;
        for (var i = first; i < first + (2 * LongestChunk) && (i == first || view.Glued(i)); i++)
        {
            hash = (hash * 31) + (view.Is(i, TokenKind.Number) ? 1u : view.Is(i, TokenKind.Word) ? (view.IsCapitalised(i) ? 2u : 3u) : view.Mark(i));
        }

        return hash;
    }

    private static uint Size(double value)
    {
        var size = Math.Abs(value);
        return size < 1 ? 0u : size < 10 ? 1u : size < 100 ? 2u : size < 1000 ? 3u : size < 10_000 ? 4u : 5u;
    }

    private static uint Shape(TokenView view, int at)
    {
        var text = view.Of(at);
        return text.IsEmpty ? 0 : !view.Is(at, TokenKind.Word) ? (view.Is(at, TokenKind.Number) ? 1u : text[0])
            : char.IsUpper(text[0]) ? (text.Length > 1 && char.IsUpper(text[1]) ? 2u : 3u)
            : text[^1] == 's' ? 4u : 5u;
    }
}
