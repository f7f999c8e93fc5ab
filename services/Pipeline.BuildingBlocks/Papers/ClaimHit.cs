using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>A claim, the paper it is made in, and who read it out of which text.</summary>
public sealed record ClaimHit
{
    /// <summary>Key of the paper.</summary>
    public required string PaperId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its first publication; null when no source says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Revision of the paper that the offsets count in.</summary>
    public required string Revision { get; init; }

    /// <summary>Who read the claim.</summary>
    public required StageVersion Extractor { get; init; }

    /// <summary>Whether it states what the paper concludes.</summary>
    public required bool Main { get; init; }

    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Where it stands among all claims, to read on from; not part of what is shown.</summary>
    [JsonIgnore]
    public ClaimPlace? Place { get; init; }
}

/// <summary>A paper with its claims, as a store hands it to <see cref="ClaimFilter"/>.</summary>
public sealed record ClaimingPaper
{
    /// <summary>Key of the paper.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>First publication; null when no source says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Slot in the last listing that gave one.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>When the paper was last obtained.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Revision the claims were read from.</summary>
    public required string Revision { get; init; }

    /// <summary>Who read them.</summary>
    public required StageVersion Version { get; init; }

    /// <summary>The claims, in order of appearance.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Where the main claims start.</summary>
    public required IReadOnlySet<int> MainStarts { get; init; }

    /// <summary>The day that <see cref="ClaimQuery.Since"/> and <see cref="ClaimQuery.Until"/> go by.</summary>
    public DateOnly Day => DateOnly.FromDateTime((PublishedAt ?? ListedAt ?? ObservedAt).UtcDateTime);
}
