using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Finds measures: those known by name, and names before "metric" and "score".</summary>
internal static class MetricNames
{
    /// <summary>Adds the measures of a text to its names.</summary>
    public static void Find(TokenizedText text, NameList names)
    {
        for (var sentence = 0; sentence < text.Sentences.Count; sentence++)
        {
            var view = text.ViewOf(sentence);
            for (var i = 0; i < view.Count; i++)
            {
                if (Lexicon.Names.Metrics.Match(view.Tokens, i, out _) is > 0 and var next)
                {
                    names.AddMetric(sentence, i, next);
                    i = next - 1;
                }
            }
        }
    }
}
