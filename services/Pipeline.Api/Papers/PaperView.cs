using System.Text.Json.Serialization;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Papers;

/// <summary>The public form of an enriched paper, over HTTP and on the command line. Sections of an earlier revision are left out.</summary>
public sealed record PaperView
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required string Title { get; init; }

    public required string Abstract { get; init; }

    public required AbstractSource AbstractSource { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required DateTimeOffset? ListedAt { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyDictionary<string, string> Urls { get; init; }

    public required int? Upvotes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? Version { get; init; }

    public required PaperState State { get; init; }

    /// <summary>Which fields came from which observation.</summary>
    public required IReadOnlyList<Provenance> Provenance { get; init; }

    public required string Revision { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>True while a stage is missing at this revision; its part is then empty.</summary>
    public required bool Pending { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<TopicAssignment> Topics { get; init; }

    public required IReadOnlyList<Keyphrase> Keyphrases { get; init; }

    public required IReadOnlyList<Quantity> Quantities { get; init; }

    public required Names Names { get; init; }

    public required IReadOnlyDictionary<string, StageView> Stages { get; init; }

    /// <summary>What is shown of a paper to others: without paths and addresses of this installation.</summary>
    public static PaperView ForOthers(EnrichedPaper paper)
    {
        var view = From(paper);
        return view with
        {
            Provenance =
            [
                .. view.Provenance.Select(group => group with { Origin = group.Origin with { SourceId = SourceNames.Outside(group.Origin.SourceId) } }),
            ],
        };
    }

    /// <summary>What is shown of a paper to whoever runs this installation.</summary>
    public static PaperView From(EnrichedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var claims = paper.Claims is { } c && c.Revision == paper.Revision ? c : null;
        var topics = paper.Topics is { } t && t.Revision == paper.Revision ? t : null;
        var stages = new SortedDictionary<string, StageView>(StringComparer.Ordinal);
        if (claims is not null)
        {
            stages["claims"] = new(claims.Version.ToString(), claims.At);
        }

        if (topics is not null)
        {
            stages["topics"] = new(topics.Version.ToString(), topics.At);
        }

        return new()
        {
            Id = paper.Id,
            Aliases = paper.Aliases,
            Title = paper.Title,
            Abstract = paper.Abstract,
            AbstractSource = paper.AbstractSource,
            Authors = paper.Authors,
            PublishedAt = paper.PublishedAt,
            UpdatedAt = paper.UpdatedAt,
            ListedAt = paper.ListedAt,
            Categories = paper.Categories,
            Urls = paper.Urls,
            Upvotes = paper.Upvotes,
            Version = paper.Version,
            State = paper.State,
            Provenance = paper.Provenance,
            Revision = paper.Revision,
            FirstSeenAt = paper.FirstSeenAt,
            Pending = paper.Pending,
            Claims = claims?.Analysis.Claims ?? [],
            Topics = topics?.Analysis.Topics ?? [],
            Keyphrases = topics?.Analysis.Keyphrases ?? [],
            Quantities = claims?.Analysis.Quantities ?? [],
            Names = claims?.Analysis.Names ?? new Names(),
            Stages = stages,
        };
    }
}

/// <summary>Who enriched a paper, and when.</summary>
public sealed record StageView(
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("at")] DateTimeOffset At);
