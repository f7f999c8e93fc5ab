namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Everything known about a paper: one document of the store.</summary>
/// <remarks>
/// The Parser owns the fields of the paper; each stage owns its section. A section whose revision is not
/// <see cref="Revision"/> is out of date: the paper is then <see cref="Pending"/>.
/// </remarks>
public sealed record EnrichedPaper
{
    /// <summary>Stable key.</summary>
    public required string Id { get; init; }

    /// <summary>All keys under which it can be found, <see cref="Id"/> among them, in ordinal order.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Title, of the observation that <see cref="Provenance"/> names.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract, of the observation that <see cref="Provenance"/> names; all spans count in it.</summary>
    public required string Abstract { get; init; }

    /// <summary>Where the abstract came from.</summary>
    public AbstractSource AbstractSource { get; init; }

    /// <summary>Author names in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>First publication; null when no source says.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Newest version; null when no source says.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Slot in the last listing that gave one.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Subjects given by sources.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Addresses by kind.</summary>
    public IReadOnlyDictionary<string, string> Urls { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Votes at the last sighting that showed them.</summary>
    public int? Upvotes { get; init; }

    /// <summary>Number of the newest version; null when no source says.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it stands.</summary>
    public PaperState State { get; init; }

    /// <summary>Where each field came from, surest origin first; empty for a paper stored before origins were kept.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];

    /// <summary>Hash of the current title and abstract; see <see cref="PaperText.Revision"/>.</summary>
    public required string Revision { get; init; }

    /// <summary>When the paper was last obtained.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>When the paper was first obtained.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Where it was seen; newest last, at most <see cref="PaperMerge.MaxSightings"/>.</summary>
    public IReadOnlyList<Sighting> Sightings { get; init; } = [];

    /// <summary>Listing that introduced the paper.</summary>
    public required string FirstListingId { get; init; }

    /// <summary>Listing whose arrival last changed title or abstract.</summary>
    public required string ContentListingId { get; init; }

    /// <summary>Listing whose arrival last changed <see cref="State"/> to withdrawn; null when none did.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>Keys under which it, or a paper joined to it, stood before; newest last, at most <see cref="PaperMerge.MaxJoins"/>.</summary>
    public IReadOnlyList<PaperJoin> Joins { get; init; } = [];

    /// <summary>Counts the Parser's writes; guards them against each other.</summary>
    public required int Sequence { get; init; }

    /// <summary>True until every stage has written its section at the current revision.</summary>
    public required bool Pending { get; init; }

    /// <summary>The claim stage's section; null before its first write.</summary>
    public ClaimsSection? Claims { get; init; }

    /// <summary>The topic stage's section; null before its first write.</summary>
    public TopicsSection? Topics { get; init; }

    /// <summary>Which revision was last completed, and by whom; null before the first.</summary>
    public Completion? Enriched { get; init; }
}

/// <summary>A key that became an alias.</summary>
public sealed record PaperJoin
{
    /// <summary>The former key.</summary>
    public required string FormerId { get; init; }

    /// <summary>The listing that brought the better key, or showed that two papers are one.</summary>
    public required string ListingId { get; init; }
}

/// <summary>One appearance of a paper in a listing.</summary>
public sealed record Sighting
{
    /// <summary>The listing.</summary>
    public required string ListingId { get; init; }

    /// <summary>Its source.</summary>
    public required string SourceId { get; init; }

    /// <summary>Place in the listing, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Votes shown there; null when not shown.</summary>
    public int? Upvotes { get; init; }

    /// <summary>When the listing was obtained.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Claims of one revision of a paper.</summary>
public sealed record ClaimsSection
{
    /// <summary>Revision of the paper they were read from.</summary>
    public required string Revision { get; init; }

    /// <summary>Who read them.</summary>
    public required StageVersion Version { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was read.</summary>
    public required ClaimAnalysis Analysis { get; init; }
}

/// <summary>Topics of one revision of a paper.</summary>
public sealed record TopicsSection
{
    /// <summary>Revision of the paper they were decided on.</summary>
    public required string Revision { get; init; }

    /// <summary>Who decided.</summary>
    public required StageVersion Version { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was decided.</summary>
    public required TopicAnalysis Analysis { get; init; }
}

/// <summary>The write that completed a revision, or last changed what its sections say.</summary>
/// <remarks>A later version of a stage that says the same, as <c>EnrichmentDiff</c> compares, leaves it as it is: it is not announced.</remarks>
public sealed record Completion
{
    /// <summary>Completed revision.</summary>
    public required string Revision { get; init; }

    /// <summary>Version of the claims in it, as <see cref="StageVersion.ToString"/> writes it.</summary>
    public required string ClaimsVersion { get; init; }

    /// <summary>Version of the topics in it.</summary>
    public required string TopicsVersion { get; init; }

    /// <summary>The stage whose write completed it: <c>claims</c> or <c>topics</c>. That stage publishes <c>PaperEnriched</c>.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
