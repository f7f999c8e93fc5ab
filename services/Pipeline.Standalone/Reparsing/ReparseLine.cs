using Pipeline.BuildingBlocks.Listings;
using Pipeline.Parser.Reparsing;

namespace Pipeline.Standalone.Reparsing;

/// <summary>One listing that did not stay as it was: one line of <c>reparse --json</c>.</summary>
internal sealed record ReparseLine
{
    public required string Listing { get; init; }

    public required string Source { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public required ReparseEnd End { get; init; }

    public string? Failure { get; init; }

    public Reading? Before { get; init; }

    public Reading? After { get; init; }

    public required ReparseCounts Counts { get; init; }

    public required IReadOnlyList<ReparsedPaper> Papers { get; init; }

    public required IReadOnlyList<Rejection> NewlyRejected { get; init; }

    public required IReadOnlyList<Rejection> NoLongerRejected { get; init; }

    public static ReparseLine From(ReparsedListing read) => new()
    {
        Listing = read.Listing.Id,
        Source = read.Listing.SourceId,
        Name = read.Listing.Name,
        FetchedAt = read.Listing.FetchedAt,
        End = read.End,
        Failure = read.Failure,
        Before = Reading.From(read.Listing.Result),
        After = Reading.From(read.Result),
        Counts = read.Counts,
        Papers = read.Papers,
        NewlyRejected = read.NewlyRejected,
        NoLongerRejected = read.NoLongerRejected,
    };

    /// <summary>What a reading gave.</summary>
    internal sealed record Reading(string Parser, string? Format, int Papers, int Rejected, string? Reason)
    {
        public static Reading? From(ListingResult? result)
            => result is null ? null : new(result.ParserVersion, result.Format, result.Papers, result.Rejected, result.Reason);
    }
}
