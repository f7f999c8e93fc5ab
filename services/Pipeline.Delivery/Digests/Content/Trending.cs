using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Delivery.Digests.Content;

/// <summary>How much a paper is talked about for its age. Pure.</summary>
/// <remarks>
/// The ranking of Hacker News, <c>(points - 1) / (hours + 2)^1.8</c>, as its source published by Paul Graham (<c>news.arc</c>: gravity 1.8, time
/// base of two hours) has it: the first vote is the submitter's own, and votes lose weight faster than they come in.
/// </remarks>
internal static class Trending
{
    private const double Gravity = 1.8;
    private const double BaseHours = 2;

    /// <summary>The score; 0 without a vote besides the first, so that such papers come behind, the youngest first.</summary>
    public static double Score(int? upvotes, TimeSpan age)
        => Math.Max(0, (upvotes ?? 0) - 1) / Math.Pow(Math.Max(0, age.TotalHours) + BaseHours, Gravity);

    /// <summary>Since when a paper can be voted on: its slot in a listing, else its publication, else when it was first obtained.</summary>
    public static DateTimeOffset Since(EnrichedPaper paper) => paper.ListedAt ?? paper.PublishedAt ?? paper.FirstSeenAt;
}
