using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Mongo.Papers;

/// <summary>Checks that every quote of a section stands in the text it is said to stand in. What does not is never stored.</summary>
internal static class Evidence
{
    /// <returns>The first quote that does not stand in the abstract, in words; null when all do.</returns>
    public static string? ProblemOf(ClaimAnalysis analysis, string @abstract)
    {
        foreach (var claim in analysis.Claims)
        {
            if (ProblemOf("claim", claim.Start, claim.End, claim.Text, @abstract) is { } problem)
            {
                return problem;
            }
        }

        return analysis.Quantities.Concat(analysis.Claims.SelectMany(claim => claim.Quantities))
            .Select(quantity => ProblemOf("quantity", quantity.Start, quantity.End, quantity.Text, @abstract))
            .FirstOrDefault(problem => problem is not null);
    }

    /// <returns>The first evidence that does not stand in its text, in words; null when all does.</returns>
    public static string? ProblemOf(TopicAnalysis analysis, string title, string @abstract)
        => analysis.Topics.SelectMany(topic => topic.Evidence)
            .Select(e => ProblemOf("evidence", e.Start, e.End, e.Text, e.In == TextPart.Title ? title : @abstract))
            .FirstOrDefault(problem => problem is not null);

    private static string? ProblemOf(string what, int start, int end, string quote, string text)
        => start >= 0 && start <= end && end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(quote)
            ? null
            : $"A {what} from {start} to {end} does not quote the text there ({text.Length} long).";
}
