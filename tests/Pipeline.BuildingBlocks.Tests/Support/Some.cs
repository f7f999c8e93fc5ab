using System.Globalization;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Plausible values; a test names only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static PaperParsed PaperParsed(int number = 1, string revision = "r1") => new()
    {
        PaperId = PaperId(number),
        Revision = revision,
        Title = $"Paper number {number}",
        Abstract = "We propose a method. It reaches 91.5 %.",
    };

    public static string PaperId(int number) => $"arxiv:2601.{number.ToString("00000", CultureInfo.InvariantCulture)}";

    public static FailedMessage Failure(FailureCause cause = FailureCause.Transient, int number = 1) => new()
    {
        Id = DeterministicId.From("test", number.ToString(CultureInfo.InvariantCulture)),
        Queue = "p-extract-claims",
        Stage = "extract-claims",
        ContentType = "application/json",
        Cause = cause,
        Group = "IOException: The archive is away.",
        Reason = "The archive is away.",
        FirstFailedAt = Noon,
        LastFailedAt = Noon,
        DueAt = Noon,
        State = FailureState.Waiting,
    };

    public static ListingFetched ListingFetched(string listingId = "listing-a") => new()
    {
        ListingId = listingId,
        SourceId = "inbox",
        ContentHash = new string('0', 64),
        Name = "a.xml",
        FetchedAt = Noon,
    };

    public static StageVersion Version() => new() { Name = "cues", Version = "1" };

    public static ClaimsSection ClaimsSection(string revision) => new()
    {
        Revision = revision,
        Version = Version(),
        At = Noon,
        Analysis = new() { Sentences = [], Claims = [], Quantities = [], Names = new(), Urls = [] },
    };

    public static Completion Completion(string revision) => new()
    {
        Revision = revision,
        ClaimsVersion = "cues/1",
        TopicsVersion = "terms/1+arxiv/1",
        By = "claims",
        At = Noon,
    };

    public static Observation Observation(string listingId = "listing-a", int minutes = 0)
        => new(listingId, $"source-of-{listingId}", Noon.AddMinutes(minutes));

    public static ParsedPaper Paper(string title = "A title", string @abstract = "An abstract.") => new()
    {
        Id = "arxiv:2601.00001",
        Aliases = ["arxiv:2601.00001"],
        Title = title,
        Abstract = @abstract,
        Rank = 1,
    };
}
