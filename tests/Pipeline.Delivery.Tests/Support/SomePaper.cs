using System.Text;
using System.Text.Json;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Delivery.Events;
using Pipeline.Storage.Contract;

namespace Pipeline.Delivery.Tests.Support;

/// <summary>A complete paper, and what is told of it.</summary>
internal static class SomePaper
{
    public const string Source = "/pipeline";

    public static Guid EventId { get; } = DeterministicId.From("some-event");

    /// <summary>A complete paper with one claim for each confidence.</summary>
    public static EnrichedPaper Complete(string? title = null, string quote = "It reaches 91.5 %.", params IReadOnlyList<double> confidences)
    {
        var listed = Some.Paper(1, title, string.Concat(Enumerable.Repeat(quote, Math.Max(1, confidences.Count))), aliases: ["doi:10.1000/x"]);
        var paper = PaperMerge.Apply(null, listed, Some.Observation("daily"));
        return paper with
        {
            Pending = false,
            Claims = new() { Revision = paper.Revision, Version = Some.Version(), At = Some.Time(1), Analysis = Analysis(paper, quote.Length, confidences) },
            Topics = new() { Revision = paper.Revision, Version = Some.Version("terms") with { Taxonomy = "arxiv/1" }, At = Some.Time(2), Analysis = Topics("cs.LG", "stat.ML") },
            Enriched = new() { Revision = paper.Revision, ClaimsVersion = "cues/1", TopicsVersion = "terms/1+arxiv/1", By = "topics", At = Some.Time(2) },
        };
    }

    public static TopicAnalysis Topics(params IReadOnlyList<string> ids)
        => new() { Abstained = ids.Count == 0, Topics = [.. ids.Select((id, i) => new TopicAssignment { Id = id, Score = 0.9 - (i * 0.1), Evidence = [] })] };

    public static PaperEnriched Enriched(EnrichedPaper paper) => new()
    {
        PaperId = paper.Id,
        Revision = paper.Enriched!.Revision,
        ClaimsVersion = paper.Enriched.ClaimsVersion,
        TopicsVersion = paper.Enriched.TopicsVersion,
    };

    public static PaperWithdrawn Withdrawn(EnrichedPaper paper) => new() { PaperId = paper.Id, ListingId = "daily", ObservedAt = Some.Time(9) };

    /// <summary>What is told of a paper that is as it was said to be.</summary>
    public static NewChange Change(EnrichedPaper paper) => ChangeDecision.OfEnriched(Enriched(paper), EventId, paper, new(Source))!;

    /// <summary>The event of a paper, read as a consumer would.</summary>
    public static (JsonElement Event, int Bytes) Event(EnrichedPaper paper, long sequence = 1, ChangeKind kind = ChangeKind.Enriched)
        => Read(Change(paper).Placed(new(sequence, kind)));

    public static (JsonElement Event, int Bytes) Read(Change change)
    {
        using var json = JsonDocument.Parse(change.Json);
        return (json.RootElement.Clone(), change.Json.Length);
    }

    public static string Text(Change change) => Encoding.UTF8.GetString(change.Json.Span);

    private static ClaimAnalysis Analysis(EnrichedPaper paper, int length, IReadOnlyList<double> confidences) => new()
    {
        Sentences = [],
        Claims = [.. confidences.Select((confidence, i) => Claim.From(
            paper.Id, paper.Abstract, new(i * length, (i + 1) * length), ClaimType.Result, confidence, [], repetition: i))],
        Quantities = [],
        Names = new(),
        Urls = [],
    };
}
