using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>What the decisions on the ends of a span look at.</summary>
internal static class SpanFeatures
{
    private const int PairedReach = 12;

    private static QuantityLexicon Lex => Lexicon.Quantities;

    /// <summary>Does the span take in the words from <paramref name="start"/> to <paramref name="first"/> before it?</summary>
    public static void Lead(TokenView view, Candidate candidate, int start, int first, ref FeatureList list)
    {
        var phrase = FeatureList.Words(view, start, first);
        var unit = FeatureList.Unit(candidate.Unit);
        list.Add(40);
        list.Add(41, phrase);
        list.Add(42, phrase, (uint)candidate.Kind);
        list.Add(43, phrase, unit);
        list.Add(44, phrase, FeatureList.Word(view, start - 1));
        list.Add(45, phrase, (uint)candidate.Reading);
        list.Add(46, FeatureList.Word(view, start - 1));
        list.Add(47, phrase, first < candidate.Core ? 1u : 0);
        list.Add(48, phrase, FeatureList.Word(view, candidate.UnitNext));
        list.Add(49, Lex.Hedges.Match(view.Tokens[..first], start, out _) == first ? 1u : 0, (uint)candidate.Kind);
        list.Add(50, phrase, candidate.Spelled ? 1u : 0);
    }

    /// <summary>Does the span take in the tail?</summary>
    public static void Tail(TokenView view, Candidate candidate, ref FeatureList list)
    {
        var tail = FeatureList.Words(view, candidate.UnitNext, candidate.TailNext);
        var last = view.Of(candidate.TailNext - 1);
        list.Add(60, (uint)candidate.Tail);
        list.Add(61, (uint)candidate.Tail, candidate.Spelled ? 1u : 0);
        list.Add(62, tail);
        list.Add(63, (uint)candidate.Tail, FeatureList.Word(view, candidate.TailNext));
        list.Add(64, (uint)candidate.Reading, (uint)candidate.Tail);
        list.Add(65, FeatureList.Text(last[^Math.Min(3, last.Length)..]), candidate.Spelled ? 1u : 0);
        list.Add(66, FeatureList.Word(view, candidate.Core - 1), (uint)candidate.Tail);
        list.Add(67, (uint)(view.Of(candidate.NumberNext - 1).Length > 2 ? 1 : 0), (uint)candidate.Tail);
        list.Add(68, view.Is(candidate.TailNext - 1, Lex.ScaleNouns) ? 1u : 0, candidate.Spelled ? 1u : 0);
        list.Add(69, view.Is(candidate.TailNext, TokenKind.Word) && !view.Is(candidate.TailNext, Lex.PhraseEnds) ? 1u : 0, candidate.Spelled ? 1u : 0);
    }

    /// <summary>Are two neighbours one quantity?</summary>
    public static void Merge(TokenView view, Candidate left, Candidate right, ref FeatureList list)
    {
        var link = FeatureList.Words(view, left.UnitNext, right.Core);
        var units = (left.Unit is null ? 0u : 1u) + (right.Unit is null ? 0u : 2u) + (left.Unit == right.Unit ? 4u : 0);
        list.Add(80);
        list.Add(81, link);
        list.Add(82, link, units);
        list.Add(83, units, (uint)right.Kind);
        list.Add(84, link, FeatureList.Word(view, left.Core - 1));
        list.Add(85, FeatureList.Word(view, right.UnitNext), units);
        list.Add(86, (uint)left.Reading, (uint)right.Reading);
        list.Add(87, link, FeatureList.Unit(right.Unit));
        list.Add(89, IsPairedBehind(view, right) ? 1u : 0, units);
        list.Add(90, left.Values.Length > 1 || GoesOn(view, right) ? 1u : 0, units);
        list.Add(88, left.Spelled || right.Spelled ? 1u : 0);
    }

    // "22 and 0.22 ppm, respectively" are two.
    private static bool IsPairedBehind(TokenView view, Candidate right)
    {
        for (var i = right.UnitNext; i < right.UnitNext + PairedReach; i++)
        {
            if (view.Is(i, Lex.Respectively))
            {
                return true;
            }
        }

        return false;
    }

    // A third number follows: "4.5 kg, 6 kg and 13 kg".
    private static bool GoesOn(TokenView view, Candidate right)
        => view.Is(right.UnitNext, Lex.ListLinks) && (view.Is(right.UnitNext + 1, TokenKind.Number) || view.Is(right.UnitNext + 2, TokenKind.Number));
}
