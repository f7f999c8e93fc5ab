using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>
/// Finds the reported numbers of one abstract and what they are about. See "What counts" of the quality document for what is reported.
/// Sentences are given in order: a number may be about what an earlier one spoke of.
/// </summary>
/// <param name="text">The abstract.</param>
/// <param name="own">What the paper introduces, in order.</param>
internal sealed class QuantityFinder(TokenizedText text, IReadOnlyList<Quote> own)
{
    private readonly DatasetReader _datasets = new();
    private QuantityDecider? _decider;

    // The kind of text is only asked for when there is a number at all.
    private QuantityDecider Decider => _decider ??= new(QuantityModel.Default, QuantityModel.Default.ReportsMeasurements(text));

    private TextSpan? Own => own.Count == 0 ? null : IsShortOfFirst ? new(own[1].Start, own[1].End) : new(own[0].Start, own[0].End);

    // "Long Ribbon Network (LRN)" goes by its short name.
    private bool IsShortOfFirst => own.Count > 1 && own[1].Start == own[0].End + 2 && text.Text[own[1].Start - 1] == '(' && own[1].Text.Length < own[0].Text.Length;

    /// <summary>The quantities of one sentence, in order and disjoint.</summary>
    public List<Quantity> Find(TokenView view, IReadOnlyList<Quote> datasets)
    {
        var candidates = CandidateReader.Read(view);
        var quantities = candidates.Count == 0 ? [] : Describe(view, Decider.Decide(view, candidates), datasets);
        _datasets.Leave(view, datasets);
        return quantities;
    }

    private List<Quantity> Describe(TokenView view, List<Amount> amounts, IReadOnlyList<Quote> datasets)
    {
        var quantities = new List<Quantity>(amounts.Count);
        var before = default(About);
        for (var first = 0; first < amounts.Count;)
        {
            var end = AmountLists.End(view, amounts, first);
            var things = end - first > 1 ? ListedThings.Of(view, amounts[first].First, amounts[end - 1].Next, end - first) : ListedThings.None;
            var next = amounts[end - 1].Next;
            var lead = Read(view, amounts[first], next, datasets);
            if (first > 0 && AmountLists.IsParallel(view, amounts[first - 1], amounts[first]))
            {
                lead = lead.Or(before with { Dataset = null });
            }

            if (lead.Metric is null && end < amounts.Count && AmountLists.IsParallel(view, amounts[end - 1], amounts[end]))
            {
                lead = lead with { Metric = Span(view, MetricReader.Read(view, amounts[end])) };
            }

            if (end < amounts.Count && AmountLists.SharesNoun(view, amounts[end - 1], amounts[end]))
            {
                lead = Share(view, lead, Read(view, amounts[end], amounts[end].Next, datasets));
            }

            var tail = end - first > 1 ? Read(view, amounts[end - 1], next, datasets) : lead;
            for (var i = first; i < end; i++)
            {
                var about = i == first ? lead : i == end - 1 ? tail : Read(view, amounts[i], next, datasets);
                about = about.Or(lead).Or(tail);
                quantities.Add(QuantityBuilder.Build(view, amounts[i], things.Items.Count > 0 ? about.OfThing(view, things.Named(view, i - first), things.AreMeasuredOn, datasets) : about));
            }

            before = lead.Or(tail);
            first = end;
        }

        return quantities;
    }

    // Only the last word of the other's metric is shared.
    private static About Share(TokenView view, About about, About other)
    {
        if (other.Metric is not { } metric)
        {
            return about.Or(other with { Metric = null });
        }

        var space = view.Text.AsSpan(metric.Start, metric.Length).LastIndexOf(' ');
        return about.Or(other with { Metric = new(metric.Start + space + 1, metric.End) });
    }

    // What stands behind a list is about each of its amounts.
    private About Read(TokenView view, Amount amount, int listNext, IReadOnlyList<Quote> datasets)
    {
        var dataset = _datasets.Read(view, amount with { Next = amount.Kind == QuantityKind.Count ? amount.Next : listNext }, datasets);
        var entity = EntityReader.Read(view, amount, Own, datasets);
        return amount.Kind == QuantityKind.Count
            ? new(QuantityDirection.None, null, null, dataset, entity)
            : new(Directions.Of(view, amount), Span(view, MetricReader.Read(view, amount)), Span(view, BaselineReader.Read(view, amount, listNext)), dataset, entity);
    }

    private static TextSpan? Span(TokenView view, (int First, int Next)? tokens) => tokens is { } found ? view.Span(found.First, found.Next) : null;
}
