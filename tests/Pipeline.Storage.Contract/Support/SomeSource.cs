using System.Globalization;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Storage.Contract;

/// <summary>Plausible sources and fetches; a test names only what it is about.</summary>
public static class SomeSource
{
    /// <summary>A source with every value set, none to its default.</summary>
    public static SourceDefinition Full(string id = "daily") => new()
    {
        Id = id,
        Kind = SourceKind.ArxivOai,
        Address = "https://example.org/oai?$where=a.b&{date}",
        Query = "cat:cs.CL OR \"über\"",
        Set = "cs",
        MetadataPrefix = "oai_dc",
        Directory = "/srv/listings",
        Format = "arxiv-oai",
        Schedule = "30 3 * * 1-5",
        TimeZone = "America/New_York",
        OverlapDays = 3,
        SkipDays = [DayOfWeek.Saturday, DayOfWeek.Sunday],
        AttemptTimeout = TimeSpan.FromMilliseconds(90_500),
        Attempts = 7,
        RequestInterval = TimeSpan.FromSeconds(3.25),
        MaxBytes = 17_179_869_184,
        PageSize = 1234,
        AllowHttp = true,
        AllowPrivateHosts = true,
    };

    public static DateOnly Day(int day) => new(2026, 3, day);

    public static Guid Id(int number) => DeterministicId.From("test", number.ToString(CultureInfo.InvariantCulture));

    public static FetchRun Run(int number = 1, string sourceId = "daily", int due = 0, int created = 0, RunCause cause = RunCause.Manual) => new()
    {
        Id = Id(number),
        SourceId = sourceId,
        Cause = cause,
        CreatedAt = Some.Time(created),
        DueAt = Some.Time(due),
    };

    public static Backfill Backfill(int number = 1, int created = 0) => new()
    {
        Id = Id(number),
        SourceId = "daily",
        From = Day(1),
        To = Day(20),
        Next = Day(1),
        CreatedAt = Some.Time(created),
    };

    public static DayAnswer Answer(int day = 2, int minutes = 0, bool complete = true, string sourceId = "daily", string? note = null) => new()
    {
        SourceId = sourceId,
        Day = Day(day),
        RunId = Id(day),
        At = Some.Time(minutes),
        Complete = complete,
        Note = note,
    };

    public static CachedAnswer Cached(string etag = "\"a\"", int minutes = 0) => new()
    {
        SourceId = "daily",
        Address = "https://example.org/papers?date=2026-03-02",
        ListingId = "listing-a",
        ETag = etag,
        LastModified = "Mon, 02 Mar 2026 08:00:00 GMT",
        At = Some.Time(minutes),
    };
}
