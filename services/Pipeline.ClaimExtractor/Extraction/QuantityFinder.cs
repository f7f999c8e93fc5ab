using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Quantities;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Finds reported numbers and what they are about. See "What counts" of the quality document for what is reported.</summary>
internal static class QuantityFinder
{
    /// <summary>The quantities of one sentence, in order and disjoint.</summary>
    public static List<Quantity> Find(TokenView view, IReadOnlyList<Quote> datasets)
    {
        var amounts = Amounts(view);
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

    private static List<Amount> Amounts(TokenView view)
    {
        var amounts = new List<Amount>();
        for (var i = 0; i < view.Count;)
        {
            if (AmountReader.TryRead(view, i, out var amount) && (amounts.Count == 0 || amount.First >= amounts[^1].Next))
            {
                amounts.Add(amount);
                i = Math.Max(i + 1, amount.Next);
            }
            else
            {
                i++;
            }
        }

        return amounts;
    }
}
