using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Quantities;

/// <summary>Decides by the model which candidates are quantities, and how far their spans go.</summary>
internal sealed class QuantityDecider(QuantityModel model, bool reportsMeasurements)
{
    // Two hedges, and a word before them: "to less than ∼10".
    private const int MostLeads = 3;

    // Reports of measurements name more numbers than the model dares to keep.
    private const double LeastMeasured = 0.45;
    private const double LeastReported = 0.5;

    /// <summary>The amounts among the candidates of a sentence, in order and disjoint.</summary>
    public List<Amount> Decide(TokenView view, List<Candidate> candidates)
    {
        var amounts = new List<Amount>(candidates.Count);
        var least = reportsMeasurements ? LeastMeasured : LeastReported;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            while (i + 1 < candidates.Count && ListMerging.IsLink(view, candidate, candidates[i + 1]) && Merges(view, candidate, candidates[i + 1]))
            {
                candidate = ListMerging.Merge(candidate, candidates[++i]);
            }

            // A number among the things that the one before counts is part of that one.
            var limit = amounts.Count == 0 ? 0 : amounts[^1].Next;
            if (candidate.Core >= limit && MayBeReported(candidate) && Confidence(view, candidate) is var confidence && confidence >= least)
            {
                amounts.Add(Bound(view, candidate, confidence, limit));
            }
        }

        AmountLists.ShareUnits(view, amounts);
        return amounts;
    }

    // In computer science years, labels and settings are never quantities, whatever stands around them.
    private bool MayBeReported(Candidate candidate)
        => reportsMeasurements || candidate.Reading is not (Reading.Year or Reading.Label or Reading.Setting or Reading.Named or Reading.Glued);

    private bool Merges(TokenView view, Candidate left, Candidate right)
    {
        if (ListMerging.AreApart(view, left, right))
        {
            return false;
        }

        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        SpanFeatures.Merge(view, left, right, ref list);
        return model.Score(QuantityDecision.Merge, list.Items, reportsMeasurements) > 0;
    }

    private double Confidence(TokenView view, Candidate candidate)
    {
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        QuantityFeatures.Keep(view, candidate, ref list);
        return 1 / (1 + Math.Exp(-model.Score(QuantityDecision.Keep, list.Items, reportsMeasurements)));
    }

    private Amount Bound(TokenView view, Candidate candidate, double confidence, int limit)
    {
        var next = Next(view, candidate);
        return new()
        {
            First = First(view, candidate, limit),
            Core = candidate.Core,
            Next = next,
            Values = candidate.Values,
            Kind = candidate.Kind,
            Unit = candidate.Unit ?? CountedUnit(view, candidate, next),
            Counted = candidate.Counted,
            Confidence = confidence,
        };
    }

    // "36 clones" in a report of measurements: what is counted is the unit.
    private string? CountedUnit(TokenView view, Candidate candidate, int next)
        => reportsMeasurements && candidate.Tail is Quantities.Tail.Noun or Quantities.Tail.Phrase or Quantities.Tail.Per && next == candidate.TailNext
            ? view.Span(candidate.UnitNext, next).Of(view.Text)
            : null;

    private int First(TokenView view, Candidate candidate, int limit)
    {
        Span<uint> buffer = stackalloc uint[FeatureList.Most];
        var first = candidate.Core;
        for (var steps = 0; steps < MostLeads; steps++)
        {
            var start = HedgeReader.Lead(view, first);
            if (start == first || start < limit || !(reportsMeasurements || IsHedge(view, candidate, start, first)))
            {
                break;
            }

            var list = new FeatureList(buffer);
            SpanFeatures.Lead(view, candidate, start, first, ref list);
            if (model.Score(QuantityDecision.Lead, list.Items, reportsMeasurements) <= 0 && !HedgesMoney(view, start, first))
            {
                break;
            }

            first = start;
        }

        return first;
    }

    // In computer science a span takes in hedges and the opening of a range, nothing else.
    private static bool IsHedge(TokenView view, Candidate candidate, int start, int first)
        => Lexicon.Quantities.Hedges.Match(view.Tokens[..first], start, out _) == first || HedgesMoney(view, start, first)
            || (candidate.Kind == QuantityKind.Range && start == first - 1 && view.Is(start, Lexicon.Quantities.RangeOpenings));

    // "less than $12"
    private static bool HedgesMoney(TokenView view, int start, int first)
        => view.Is(first - 1, '$') && Lexicon.Quantities.Hedges.Match(view.Tokens[..(first - 1)], start, out _) == first - 1;

    private int Next(TokenView view, Candidate candidate) => candidate.Tail switch
    {
        Quantities.Tail.None => candidate.UnitNext,
        Quantities.Tail.OrMore => candidate.TailNext,
        _ when reportsMeasurements => TakesTail(view, candidate) ? candidate.TailNext : candidate.UnitNext,

        // In computer science the definition decides: a count takes its noun when adjacent, a number "faster, fewer, less".
        Quantities.Tail.Comparative when view.Is(candidate.TailNext - 1, Lexicon.Quantities.OwnComparatives) => candidate.TailNext,
        Quantities.Tail.Noun or Quantities.Tail.Per => candidate.NounNext,
        _ => candidate.UnitNext,
    };

    private bool TakesTail(TokenView view, Candidate candidate)
    {
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        SpanFeatures.Tail(view, candidate, ref list);
        return model.Score(QuantityDecision.Tail, list.Items, reportsMeasurements) > 0;
    }
}
