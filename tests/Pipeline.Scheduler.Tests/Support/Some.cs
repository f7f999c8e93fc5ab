using System.Globalization;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Plausible values; a test names only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static PendingPaper Paper(int number = 1, bool claims = true, bool topics = true) => new(
        PaperId(number), "r1", $"Paper number {number}", "We propose a method.", NeedsClaims: claims, NeedsTopics: topics);

    public static string PaperId(int number) => $"arxiv:2601.{number.ToString("00000", CultureInfo.InvariantCulture)}";

    public static StageVersion Version(string version) => new() { Name = "claims", Version = version };

    /// <summary>A paper with one claim.</summary>
    public static EnrichedPaper Enriched(int number = 1, string version = "1", double confidence = 0.5, string revision = "r1")
    {
        const string text = "We propose a method.";
        var paper = PaperMerge.Apply(
            stored: null,
            new() { Id = PaperId(number), Aliases = [PaperId(number)], Title = $"Paper number {number}", Abstract = text, Rank = 1 },
            new("listing", "inbox", Noon));
        var claim = Claim.From(paper.Id, text, new(0, text.Length), ClaimType.Contribution, confidence, []);
        return paper with
        {
            Revision = revision,
            Claims = new()
            {
                Revision = revision,
                Version = Version(version),
                At = Noon,
                Analysis = new() { Sentences = [], Claims = [claim], Quantities = [], Names = new(), Urls = [] },
            },
        };
    }

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

    /// <summary>A source asked by day, at six in the morning UTC, without overlap.</summary>
    public static SourceDefinition Source(string id = "daily", SourceKind kind = SourceKind.HfDaily) => new()
    {
        Id = id,
        Kind = kind,
        Schedule = "0 6 * * *",
        OverlapDays = 0,
    };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static FetchRun Run(string sourceId = "daily", RunState state = RunState.Waiting, int minute = 0) => new()
    {
        Id = DeterministicId.From("test-run", sourceId, minute.ToString(CultureInfo.InvariantCulture)),
        SourceId = sourceId,
        Cause = RunCause.Manual,
        State = state,
        CreatedAt = Noon.AddMinutes(minute),
        DueAt = Noon.AddMinutes(minute),
    };

    /// <summary>Days in a row, each by a letter: c covered, w waiting, s skipped, n not asked, i incomplete, o other day, u unread.</summary>
    public static IReadOnlyList<DayCoverage> Days(string first, string letters)
        => [.. letters.Select((letter, at) => Covered(Day(first).AddDays(at), letter))];

    private static DayCoverage Covered(DateOnly day, char letter) => new()
    {
        Day = day,
        State = letter switch { 'c' => DayState.Covered, 'w' => DayState.Waiting, 's' => DayState.Skipped, _ => DayState.Uncovered },
        Gap = letter switch
        {
            'n' => DayGap.NotAsked,
            'i' => DayGap.Incomplete,
            'o' => DayGap.OtherDay,
            'u' => DayGap.Unread,
            _ => null,
        },
    };
}
