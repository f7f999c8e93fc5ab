using Pipeline.ClaimExtractor.Extraction;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.Learning.Quantities;

/// <summary>Turns labelled texts into the decisions that lead to their labels.</summary>
internal static class QuantityExamples
{
    /// <summary>The decisions on all candidates of a text.</summary>
    public static IEnumerable<QuantityExample> Of(GoldText text, bool measures)
    {
        var examples = new List<QuantityExample>();
        var tokens = Tokens(text.Text);
        var taken = new bool[text.Quantities.Count];
        for (var i = 0; i < tokens.Sentences.Count; i++)
        {
            AddSentence(tokens.ViewOf(i), text.Quantities, taken, measures, examples);
        }

        return examples;
    }

    /// <summary>A text as the stage reads it.</summary>
    public static TokenizedText Tokens(string text) => new(text, SentenceSplitter.Split(text), UrlFinder.Find(text));

    private static void AddSentence(TokenView view, IReadOnlyList<GoldQuantity> gold, bool[] taken, bool measures, List<QuantityExample> examples)
    {
        var candidates = CandidateReader.Read(view);
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var label = Find(view, candidate, gold, taken);
            while (i + 1 < candidates.Count && ListMerging.IsLink(view, candidate, candidates[i + 1]))
            {
                var merges = label >= 0 && view.Span(candidates[i + 1].Core, candidates[i + 1].UnitNext).Start < gold[label].End;
                if (label >= 0 || Find(view, candidates[i + 1], gold, taken) >= 0)
                {
                    examples.Add(Merge(view, candidate, candidates[i + 1], measures, merges));
                }

                if (!merges)
                {
                    break;
                }

                candidate = ListMerging.Merge(candidate, candidates[++i]);
            }

            AddCandidate(view, candidate, label < 0 ? null : gold[label], measures, examples);
            if (label >= 0)
            {
                taken[label] = true;
            }
        }
    }

    private static int Find(TokenView view, Candidate candidate, IReadOnlyList<GoldQuantity> gold, bool[] taken)
    {
        var span = view.Span(candidate.Core, candidate.UnitNext);
        for (var i = 0; i < gold.Count; i++)
        {
            if (!taken[i] && gold[i].Start < span.End && span.Start < gold[i].End)
            {
                return i;
            }
        }

        return -1;
    }

    private static void AddCandidate(TokenView view, Candidate candidate, GoldQuantity? gold, bool measures, List<QuantityExample> examples)
    {
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        QuantityFeatures.Keep(view, candidate, ref list);
        examples.Add(new(QuantityDecision.Keep, list.Items.ToArray(), measures, gold is not null));
        if (gold is null)
        {
            return;
        }

        AddLeads(view, candidate, gold, measures, examples);
        if (candidate.Tail != Tail.None && (measures || candidate.Tail != Tail.Phrase))
        {
            var tail = new FeatureList(stackalloc uint[FeatureList.Most]);
            SpanFeatures.Tail(view, candidate, ref tail);
            examples.Add(new(QuantityDecision.Tail, tail.Items.ToArray(), measures, gold.End >= view.Span(candidate.Core, candidate.TailNext).End));
        }
    }

    private static void AddLeads(TokenView view, Candidate candidate, GoldQuantity gold, bool measures, List<QuantityExample> examples)
    {
        var buffer = new uint[FeatureList.Most];
        for (var first = candidate.Core; HedgeReader.Lead(view, first) is var start && start < first;)
        {
            var list = new FeatureList(buffer);
            SpanFeatures.Lead(view, candidate, start, first, ref list);
            var takes = gold.Start <= view.Tokens[start].Start;
            examples.Add(new(QuantityDecision.Lead, list.Items.ToArray(), measures, takes));
            if (!takes)
            {
                return;
            }

            first = start;
        }
    }

    private static QuantityExample Merge(TokenView view, Candidate left, Candidate right, bool measures, bool answer)
    {
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        SpanFeatures.Merge(view, left, right, ref list);
        return new(QuantityDecision.Merge, list.Items.ToArray(), measures, answer);
    }
}
