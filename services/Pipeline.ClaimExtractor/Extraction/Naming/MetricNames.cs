using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Finds measures: those known by name, and names that "metric" follows or that end like a measure.</summary>
internal static class MetricNames
{
    /// <summary>Adds the measures of one sentence that are known by name.</summary>
    public static void Find(TokenView view, int sentence, NameList names)
    {
        bool? measures = null;
        for (var i = 0; i < view.Count; i++)
        {
            var next = Match(view, i);
            if (next < 0)
            {
                continue;
            }

            if (next > i + 1 || !view.Is(i, Lexicon.Names.CommonMetrics) || (measures ??= Measures(view)))
            {
                names.AddMetric(sentence, i, next);
            }

            i = next - 1;
        }
    }

    /// <summary>Whether the words of a name, or the word behind it, make it a measure: "the Unknown Rate (UnR) metric".</summary>
    public static bool IsMeasure(TokenView view, NameMention mention)
        => view.Is(mention.Next, Lexicon.Names.MetricTails)
            || (mention.Next - mention.First > 1 && mention.Has(NameCue.LongForm) && view.Is(mention.Next - 1, Lexicon.Names.MetricHeads));

    private static int Match(TokenView view, int at)
    {
        var next = Lexicon.Names.Metrics.Match(view.Tokens, at, out _);
        return next < 0 && IsUpper(view, at) ? Lexicon.Names.MetricAcronyms.Match(view.Tokens, at, out _) : next;
    }

    private static bool IsUpper(TokenView view, int at) => view.Of(at) is [_, _, ..] word && char.IsUpper(word[1]);

    // Precision and recall are measures where something is counted, and beside other measures.
    private static bool Measures(TokenView view)
    {
        var found = 0;
        for (var i = 0; i < view.Count && found < 2; i++)
        {
            found += view.Is(i, TokenKind.Number) && (view.Is(i + 1, '%') || view.Of(i).Contains('.')) ? 2 : 0;
            if (Match(view, i) is > 0 and var next)
            {
                found++;
                i = next - 1;
            }
        }

        return found >= 2;
    }
}
