using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Which observation a value came from. Where observations differ, <see cref="FieldPrecedence"/> says whose value stands.</summary>
public sealed record FieldOrigin
{
    /// <summary>How close the listing is to the record of the paper.</summary>
    public required SourceAuthority Authority { get; init; }

    /// <summary>Version of the paper the listing showed; null when it did not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>When the listing was obtained.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The listing.</summary>
    public required string ListingId { get; init; }

    /// <summary>
    /// The entry of the listing, by the best key it gives: a listing may hold two entries that are one paper. Null for its
    /// word that a paper is gone, and when the paper was stored before entries were kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entry { get; init; }

    /// <summary>Its source; empty when the paper was stored before sources were kept.</summary>
    public required string SourceId { get; init; }
}

/// <summary>The fields of a paper that came from one observation.</summary>
public sealed record Provenance
{
    /// <summary>The observation.</summary>
    public required FieldOrigin Origin { get; init; }

    /// <summary>
    /// The fields, named as in <see cref="FieldNames"/>, in ordinal order. A field without value has no origin;
    /// <c>active</c> and <c>withdrawn</c> may have several, see <see cref="StateClaims"/>.
    /// </summary>
    public required IReadOnlyList<string> Fields { get; init; }
}
