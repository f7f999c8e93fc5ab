using System.Globalization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Plausible values; a test names only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static PendingPaper Paper(int number = 1, bool claims = true, bool topics = true) => new(
        PaperId(number), "r1", $"Paper number {number}", "We propose a method.", NeedsClaims: claims, NeedsTopics: topics);

    public static string PaperId(int number) => $"arxiv:2601.{number.ToString("00000", CultureInfo.InvariantCulture)}";

    public static Listing Listing(int number = 1, string? format = null) => new()
    {
        Id = $"listing-{number}",
        SourceId = "inbox",
        ContentHash = new string('0', 64),
        ContentLength = 3,
        Name = $"{number}.xml",
        Format = format,
        FetchedAt = Noon,
    };
}
