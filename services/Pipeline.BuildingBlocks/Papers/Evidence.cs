namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Checks that every quote of a section stands in the text it is said to stand in. What does not is never stored.</summary>
public static class Evidence
{
    /// <returns>The first quote that does not stand in the abstract, in words; null when all do.</returns>
    public static string? Problem(ClaimAnalysis analysis, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(@abstract);
        return First(analysis.Claims, claim => Problem("claim", claim.Start, claim.End, claim.Text, @abstract)
                ?? First(claim.Quantities, quantity => Problem(quantity, @abstract))
                ?? Problem(claim.Names, @abstract))
            ?? First(analysis.Quantities, quantity => Problem(quantity, @abstract))
            ?? Problem(analysis.Names, @abstract)
            ?? First(analysis.Urls, url => Problem("address", url.Start, url.End, url.Text, @abstract))
            ?? First(analysis.Sentences, sentence => Lies(sentence.Start, sentence.End, @abstract) ? null : Outside("sentence", sentence.Start, sentence.End, @abstract));
    }

    /// <returns>The first evidence that does not stand in its text, in words; null when all does.</returns>
    public static string? Problem(TopicAnalysis analysis, string title, string @abstract)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return First(analysis.Topics, topic => First(topic.Evidence,
            e => Problem("piece of evidence", e.Start, e.End, e.Text, e.In == TextPart.Title ? title : @abstract)))
            ?? First(analysis.Keyphrases ?? [], k => Problem("keyphrase", k.Start, k.End, k.Text, k.In == TextPart.Title ? title : @abstract));
    }

    private static string? Problem(Quantity quantity, string text)
        => Problem("quantity", quantity.Start, quantity.End, quantity.Text, text)
            ?? Party(quantity, QuantityParties.Metric, quantity.Metric, text)
            ?? Party(quantity, QuantityParties.Baseline, quantity.Baseline, text)
            ?? Party(quantity, QuantityParties.Dataset, quantity.Dataset, text)
            ?? Party(quantity, QuantityParties.Entity, quantity.Entity, text);

    private static string? Party(Quantity quantity, string name, string? words, string text)
        => quantity.Spans.TryGetValue(name, out var span) ? Problem(name, span.Start, span.End, words, text) : null;

    private static string? Problem(Names? names, string text)
        => names is null
            ? null
            : First(names.Methods, name => Name(name, text)) ?? First(names.Datasets, name => Name(name, text)) ?? First(names.Metrics, name => Name(name, text));

    private static string? Name(Quote name, string text) => Problem("name", name.Start, name.End, name.Text, text);

    private static string? Problem(string what, int start, int end, string? quote, string text)
        => Lies(start, end, text) && text.AsSpan(start, end - start).SequenceEqual(quote) ? null : Outside(what, start, end, text);

    private static bool Lies(int start, int end, string text) => start >= 0 && start <= end && end <= text.Length;

    private static string Outside(string what, int start, int end, string text)
        => $"A {what} from {start} to {end} does not quote the text there, which is {text.Length} long.";

    private static string? First<T>(IReadOnlyList<T> items, Func<T, string?> problem)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (problem(items[i]) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
