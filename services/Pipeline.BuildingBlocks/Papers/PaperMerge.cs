namespace Pipeline.BuildingBlocks.Papers;

/// <summary>One obtained listing, as the source of observations.</summary>
/// <param name="ListingId">Key of the listing.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="FetchedAt">When it was obtained, in UTC, whole milliseconds.</param>
public sealed record Observation(string ListingId, string SourceId, DateTimeOffset FetchedAt)
{
    /// <summary>When its papers are stored: from then on they wait for the stages. As <see cref="FetchedAt"/> unless it is set.</summary>
    public DateTimeOffset StoredAt { get; init; } = FetchedAt;

    /// <summary>Version of the parser that reads it; null where it is not known.</summary>
    public string? ParserVersion { get; init; }

    /// <summary>How its papers are being read, for their timelines.</summary>
    public StageAttempt Attempt { get; init; } = new();
}

/// <summary>Decides what an observation changes about papers. Pure: both stores apply the same rules.</summary>
/// <remarks>
/// What sources say is joined field by field, each field with its origin (see <see cref="FieldOrigin"/>), so the same
/// observations give the same paper in whatever order and grouping they arrive. Bookkeeping follows arrival:
/// <see cref="EnrichedPaper.Sequence"/>, <see cref="EnrichedPaper.FirstListingId"/>,
/// <see cref="EnrichedPaper.ContentListingId"/>, <see cref="EnrichedPaper.WithdrawnBy"/> and <see cref="EnrichedPaper.Joins"/>.
/// So does the layout of a text: one that differs from the current text in white space alone does not replace it.
/// </remarks>
public static class PaperMerge
{
    /// <summary>Sightings kept per paper; older ones are dropped.</summary>
    public const int MaxSightings = 100;

    /// <summary>Former keys kept with who made them former; older ones stay as aliases alone.</summary>
    public const int MaxJoins = 20;

    /// <summary>Merges what a listing says into the stored papers that it is about, which become one.</summary>
    /// <param name="stored">
    /// The stored papers, as <see cref="SamePapers.Choose"/> gives them; none when it is new. Of sections only the stamps are looked at.
    /// </param>
    /// <param name="listed">The paper as listed.</param>
    /// <param name="observation">The listing.</param>
    /// <returns>The paper to store under the best of all keys; the stored instance itself when nothing changes.</returns>
    public static EnrichedPaper Join(IReadOnlyList<EnrichedPaper> stored, ParsedPaper listed, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(observation);

        var seen = Create(listed, observation);
        if (stored.Count == 0)
        {
            return seen;
        }

        var before = JoinAll(stored, observation);
        var merged = PaperJoining.Fields(before, seen, rereads: true);
        merged = merged with { Id = PaperIdentity.Best(merged.Aliases) };
        return stored.Count == 1 && PaperJoining.Same(stored[0], merged) ? stored[0] : Settle(stored, before, merged, observation);
    }

    /// <summary>Merges what a listing says into one stored paper, or into none.</summary>
    /// <returns>The paper to store; <paramref name="stored"/> itself when nothing changes.</returns>
    public static EnrichedPaper Apply(EnrichedPaper? stored, ParsedPaper listed, Observation observation)
        => Join(stored is null ? [] : [stored], listed, observation);

    /// <summary>Merges the word of a listing that a paper is gone.</summary>
    /// <returns>The paper to store; <paramref name="stored"/> itself when that was known, or a later word stands.</returns>
    public static EnrichedPaper Withdraw(EnrichedPaper stored, SourceAuthority authority, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(observation);

        var origin = OriginOf(observation, authority, version: null, entry: null);
        var said = stored with { Provenance = [new() { Origin = origin, Fields = [FieldNames.Withdrawn] }] };
        var merged = PaperJoining.Fields(stored, said, rereads: true);
        return PaperJoining.Same(stored, merged) ? stored : Settle([stored], stored, merged, observation);
    }

    private static EnrichedPaper Create(ParsedPaper listed, Observation observation)
    {
        // No abstract is no abstract, whatever it was to be and however it is spaced.
        var (text, source) = string.IsNullOrWhiteSpace(listed.Abstract) ? ("", AbstractSource.Listing) : (listed.Abstract, listed.AbstractSource);
        var paper = new EnrichedPaper
        {
            Id = PaperIdentity.Best(listed.Aliases),
            Aliases = listed.Aliases,
            Title = listed.Title,
            Abstract = text,
            AbstractSource = source,
            Authors = listed.Authors,
            PublishedAt = listed.PublishedAt,
            UpdatedAt = listed.UpdatedAt,
            ListedAt = listed.ListedAt,
            Categories = listed.Categories,
            Urls = listed.Urls,
            Upvotes = listed.Upvotes,
            Version = listed.Version,
            State = listed.State,
            Revision = PaperText.Revision(listed.Title, text),
            ObservedAt = observation.FetchedAt,
            FirstSeenAt = observation.FetchedAt,
            Sightings = [SightingOf(listed, observation)],
            FirstListingId = observation.ListingId,
            ContentListingId = observation.ListingId,
            WithdrawnBy = listed.State == PaperState.Withdrawn ? observation.ListingId : null,
            Sequence = 1,
            Pending = true,
        };
        return paper with
        {
            Provenance = [new() { Origin = OriginOf(observation, listed.Authority, listed.Version, PaperIdentity.Best(listed.Aliases)), Fields = FieldNames.Given(paper) }],
        };
    }

    // In the order of keys, so that the outcome does not depend on how they were read.
    private static EnrichedPaper JoinAll(IReadOnlyList<EnrichedPaper> stored, Observation observation)
    {
        if (stored.Count == 1)
        {
            return stored[0];
        }

        var papers = stored.OrderBy(paper => paper.Id, StringComparer.Ordinal).ToList();
        var joined = papers.Aggregate((left, right) => PaperJoining.Fields(left, right, rereads: false));
        return joined with
        {
            FirstListingId = papers.OrderBy(paper => paper.FirstSeenAt).ThenBy(paper => paper.FirstListingId, StringComparer.Ordinal).First().FirstListingId,
            ContentListingId = papers.Find(paper => paper.Revision == joined.Revision)?.ContentListingId ?? observation.ListingId,
            WithdrawnBy = papers.Find(paper => paper.State == joined.State)?.WithdrawnBy,
            Joins = [.. papers.SelectMany(paper => paper.Joins)],
            Sequence = papers.Max(paper => paper.Sequence),
        };
    }

    private static EnrichedPaper Settle(
        IReadOnlyList<EnrichedPaper> stored, EnrichedPaper before, EnrichedPaper merged, Observation observation)
    {
        var changed = merged.Revision != before.Revision;
        var sections = stored.Count == 1
            ? stored[0]
            : SectionStamps.Richest(merged.Revision, merged.Id, stored, paper => SectionStamps.Of(paper));
        var settled = merged with
        {
            ContentListingId = changed ? observation.ListingId : before.ContentListingId,
            WithdrawnBy = merged.State == PaperState.Withdrawn && before.State != PaperState.Withdrawn ? observation.ListingId : before.WithdrawnBy,
            Joins = Joins(stored, before.Joins, merged.Id, observation),
            Claims = sections.Claims,
            Topics = sections.Topics,
            Enriched = sections.Enriched,
            Sequence = before.Sequence + 1,
        };

        // Content that went back to what it was before may find its sections still standing.
        return changed || stored.Count > 1 ? settled with { Pending = !SectionStamps.Of(settled).AreAt(settled.Revision) } : settled;
    }

    private static IReadOnlyList<PaperJoin> Joins(
        IReadOnlyList<EnrichedPaper> stored, IReadOnlyList<PaperJoin> known, string id, Observation observation)
    {
        var former = stored.Where(paper => paper.Id != id).ToList();
        return former.Count == 0
            ? known
            : [.. known
                .Concat(former.Select(paper => new PaperJoin { FormerId = paper.Id, ListingId = observation.ListingId }).OrderBy(join => join.FormerId, StringComparer.Ordinal))
                .Where(join => join.FormerId != id)
                .DistinctBy(join => join.FormerId, StringComparer.Ordinal)
                .TakeLast(MaxJoins)];
    }

    private static FieldOrigin OriginOf(Observation observation, SourceAuthority authority, int? version, string? entry) => new()
    {
        Authority = authority,
        Version = version,
        ObservedAt = observation.FetchedAt,
        ListingId = observation.ListingId,
        Entry = entry,
        SourceId = observation.SourceId,
    };

    private static Sighting SightingOf(ParsedPaper listed, Observation observation) => new()
    {
        ListingId = observation.ListingId,
        SourceId = observation.SourceId,
        Rank = listed.Rank,
        Upvotes = listed.Upvotes,
        At = observation.FetchedAt,
    };
}
