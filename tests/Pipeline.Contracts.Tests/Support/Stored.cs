namespace Pipeline.Contracts.Tests.Support;

/// <summary>What the files in <c>Samples</c> say. Every property has a value, so that none can be lost unseen.</summary>
internal static class Stored
{
    private const string PaperId = "arxiv:2409.12345";
    private const string Revision = "0f1e2d3c4b5a6978";
    private const string Title = "Sparse adapters for “long” documents – α, β and 🧬";
    private const string Abstract = "We reach 93.4 % accuracy on CIFAR-10.\nCode < 1 MB & \"free\".";
    private static readonly DateTimeOffset FetchedAt = new(2026, 11, 23, 18, 30, 15, 250, TimeSpan.Zero);

    public static IReadOnlyList<WireSample> Samples { get; } =
    [
        new WireSample<FetchSource>(1, new FetchSource { RunId = new Guid("7d7f4d6e-90b0-4f0e-8c58-0d7f3f1b9d01"), SourceId = "inbox" }),
        new WireSample<FetchSource>(2, new FetchSource
        {
            RunId = new Guid("7d7f4d6e-90b0-4f0e-8c58-0d7f3f1b9d01"),
            SourceId = "inbox",
            From = new DateOnly(2026, 11, 20),
            To = new DateOnly(2026, 11, 22),
        }),
        new WireSample<ListingFetched>(1, new ListingFetched
        {
            ListingId = "inbox/listing.txt@9f86d081",
            SourceId = "inbox/listing.txt",
            ContentHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Name = "listing.txt",
            FetchedAt = FetchedAt,
            Format = "jsonl",
        }),
        new WireSample<ListingParsed>(1, new ListingParsed
        {
            ListingId = "inbox/listing.txt@9f86d081",
            SourceId = "inbox/listing.txt",
            FetchedAt = FetchedAt,
            Papers = 67,
            New = 60,
            Changed = 5,
            Rejected = 2,
            Reason = "line 70: the file ends in the middle of an entry",
        }),
        new WireSample<PaperParsed>(1, new PaperParsed { PaperId = PaperId, Revision = Revision, Title = Title, Abstract = Abstract }),
        new WireSample<ExtractClaims>(1, new ExtractClaims { PaperId = PaperId, Revision = Revision, Title = Title, Abstract = Abstract }),
        new WireSample<ClassifyTopics>(1, new ClassifyTopics { PaperId = PaperId, Revision = Revision, Title = Title, Abstract = Abstract }),
        new WireSample<ClaimsExtracted>(1, new ClaimsExtracted { PaperId = PaperId, Revision = Revision, StageVersion = "cues/1", Claims = 3 }),
        new WireSample<TopicsClassified>(1, new TopicsClassified
        {
            PaperId = PaperId,
            Revision = Revision,
            StageVersion = "terms/1+arxiv/1",
            Topics = ["cs.CL", "cs.LG"],
        }),
        new WireSample<PaperEnriched>(1, new PaperEnriched
        {
            PaperId = PaperId,
            Revision = Revision,
            ClaimsVersion = "cues/1",
            TopicsVersion = "terms/1+arxiv/1",
        }),
        new WireSample<PaperJoined>(1, new PaperJoined { PaperId = PaperId, FormerId = "title:0123456789abcdef01234567" }),
        new WireSample<PaperWithdrawn>(1, new PaperWithdrawn
        {
            PaperId = PaperId,
            ListingId = "inbox/listing.txt@9f86d081",
            ObservedAt = FetchedAt,
        }),
    ];
}
