using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds the reported numbers of one abstract and what they are about. See "What counts" of the quality document for what is reported.</summary>
internal sealed class QuantityFinder(TokenizedText text)
{
    private QuantityDecider? _decider;

    /// <summary>The quantities of one sentence, in order and disjoint.</summary>
    public List<Quantity> Find(TokenView view, IReadOnlyList<Quote> datasets)
    {
        var candidates = CandidateReader.Read(view);
        return candidates.Count == 0 ? [] : Describe(view, Decider.Decide(view, candidates), datasets);
    }

    // The kind of text is only asked for when there is a number at all.
    private QuantityDecider Decider => _decider ??= new(QuantityModel.Default, QuantityModel.Default.ReportsMeasurements(text));

    private static List<Quantity> Describe(TokenView view, List<Amount> amounts, IReadOnlyList<Quote> datasets)
    {
        var quantities = new List<Quantity>(amounts.Count);
        for (var first = 0; first < amounts.Count;)
        {
            var end = AmountLists.End(view, amounts, first);
            var things = end - first > 1 ? AmountLists.Things(view, amounts[end - 1].Next, end - first) : [];
            var lead = QuantityBuilder.Read(view, amounts[first], datasets);
            var tail = QuantityBuilder.Read(view, amounts[end - 1], datasets);
            for (var i = first; i < end; i++)
            {
                var own = i == first ? lead : i == end - 1 ? tail : QuantityBuilder.Read(view, amounts[i], datasets);
                quantities.Add(QuantityBuilder.Build(view, amounts[i], own.Or(lead).Or(tail), things.Count > 0 ? things[i - first] : null, datasets));
            }

            first = end;
        }

        return quantities;
    }
}
