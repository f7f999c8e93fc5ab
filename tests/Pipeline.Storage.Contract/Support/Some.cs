using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Plausible values; a test names only what it is about.</summary>
public static class Some
{
    /// <summary>A fixed day, so many minutes on; whole milliseconds, UTC.</summary>
    public static DateTimeOffset Time(int minutes = 0)
        => new DateTimeOffset(2026, 3, 2, 8, 0, 0, 125, TimeSpan.Zero).AddMinutes(minutes);

    public static Observation Observation(string listingId = "listing-a", int minutes = 0)
        => new(listingId, $"source-of-{listingId}", Time(minutes));

    /// <summary>A paper known by a number; the same number is the same paper.</summary>
    public static ParsedPaper Paper(
        int number = 1, string? title = null, string? @abstract = null, int rank = 0, IReadOnlyList<string>? aliases = null)
        => Paper($"arxiv:2603.{number.ToString("00000", CultureInfo.InvariantCulture)}", title ?? $"Paper number {number}", @abstract) with
        {
            Aliases = Aliases(number, aliases),
            Rank = rank == 0 ? number : rank,
        };

    /// <summary>A paper with a key of its own.</summary>
    public static ParsedPaper Paper(string id, string title, string? @abstract = null) => new()
    {
        Id = id,
        Aliases = [id],
        Title = title,
        Abstract = @abstract ?? $"We propose the method of {title}. It reaches 91.5 % on the benchmark.",
        Authors = ["Ada Lovelace", "Émilie du Châtelet"],
        PublishedAt = Time(-1000),
        Categories = ["cs.LG", "stat.ML"],
        Urls = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["abs"] = $"https://example.org/abs/{id}" },
        Upvotes = 3,
        Rank = 1,
    };

    public static IReadOnlyList<ParsedPaper> Papers(int count) => [.. Enumerable.Range(1, count).Select(n => Paper(n))];

    public static StageVersion Version(string name = "cues", string version = "1") => new() { Name = name, Version = version };

    /// <summary>One claim per sentence of the abstract, for the revision that an upsert reported.</summary>
    public static SectionWrite<ClaimsSection> Claims(
        UpsertOutcome paper, StageVersion? version = null, int minutes = 1, ClaimType type = ClaimType.Result)
        => Claims(paper.PaperId, paper.Revision, paper.Abstract, version, minutes, type);

    public static SectionWrite<ClaimsSection> Claims(
        string paperId, string revision, string @abstract, StageVersion? version = null, int minutes = 1, ClaimType type = ClaimType.Result)
        => new(paperId, new()
        {
            Revision = revision,
            Version = version ?? Version(),
            At = Time(minutes),
            Analysis = SomeAnalysis.Of(paperId, @abstract, type),
        });

    /// <summary>Topics for the revision that an upsert reported, best first.</summary>
    public static SectionWrite<TopicsSection> Topics(
        UpsertOutcome paper, StageVersion? version = null, int minutes = 2, params IReadOnlyList<string> topics)
        => new(paper.PaperId, new()
        {
            Revision = paper.Revision,
            Version = version ?? Version("terms") with { Taxonomy = "arxiv/1" },
            At = Time(minutes),
            Analysis = SomeAnalysis.Of(paper, topics),
        });

    public static Listing Listing(string id = "listing-a", string sourceId = "inbox", int minutes = 0) => new()
    {
        Id = id,
        SourceId = sourceId,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))),
        ContentLength = 1234,
        Name = $"{id}.xml",
        FetchedAt = Time(minutes),
    };

    public static ListingResult Result(int minutes = 5, int papers = 3) => new()
    {
        ParsedAt = Time(minutes),
        ParserVersion = "parser/1",
        Format = "atom",
        Papers = papers,
        New = papers,
        Rejected = 1,
        Rejections = [new() { Where = "entry 2", Reason = "It has no title." }],
    };

    private static string[] Aliases(int number, IReadOnlyList<string>? aliases)
        => [.. (aliases ?? []).Append($"arxiv:2603.{number.ToString("00000", CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal)];
}
