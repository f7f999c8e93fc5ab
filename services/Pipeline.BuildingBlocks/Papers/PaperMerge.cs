namespace Pipeline.BuildingBlocks.Papers;

/// <summary>One obtained listing, as the source of observations.</summary>
/// <param name="ListingId">Key of the listing.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="FetchedAt">When it was obtained, in UTC, whole milliseconds.</param>
public sealed record Observation(string ListingId, string SourceId, DateTimeOffset FetchedAt)
{
    /// <summary>When its papers are stored: from then on they wait for the stages. As <see cref="FetchedAt"/> unless it is set.</summary>
    public DateTimeOffset StoredAt { get; init; } = FetchedAt;
}

/// <summary>Decides what an observation changes about a paper. Pure: both stores apply the same rules.</summary>
public static class PaperMerge
{
    /// <summary>Sightings kept per paper; older ones are dropped.</summary>
    public const int MaxSightings = 100;

    /// <summary>
    /// Merges what a listing says into what is stored. Title and abstract are replaced only by a strictly later
    /// observation; fields the listing does not give keep their value.
    /// </summary>
    /// <param name="stored">The stored paper; null when there is none. Its sections are not looked at.</param>
    /// <param name="listed">The paper as listed.</param>
    /// <param name="observation">The listing.</param>
    /// <returns>The paper to store, its sequence one higher; <paramref name="stored"/> itself when nothing changes.</returns>
    public static EnrichedPaper Apply(EnrichedPaper? stored, ParsedPaper listed, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(observation);

        var revision = PaperText.Revision(listed.Title, listed.Abstract);
        if (stored is null)
        {
            return Create(listed, observation, revision);
        }

        var later = observation.FetchedAt > stored.ObservedAt;
        var merged = later ? Overwrite(stored, listed, observation, revision) : Complete(stored, listed);
        merged = merged with
        {
            FirstSeenAt = Earlier(stored.FirstSeenAt, observation.FetchedAt),
            Aliases = Union(stored.Aliases, listed.Aliases),
            Sightings = Add(stored.Sightings, SightingOf(listed, observation)),
        };

        return Same(stored, merged) ? stored : merged with { Sequence = stored.Sequence + 1 };
    }

    private static EnrichedPaper Create(ParsedPaper listed, Observation observation, string revision) => new()
    {
        Id = listed.Id,
        Aliases = listed.Aliases,
        Title = listed.Title,
        Abstract = listed.Abstract,
        AbstractSource = listed.AbstractSource,
        Authors = listed.Authors,
        PublishedAt = listed.PublishedAt,
        UpdatedAt = listed.UpdatedAt,
        ListedAt = listed.ListedAt,
        Categories = listed.Categories,
        Urls = listed.Urls,
        Upvotes = listed.Upvotes,
        Revision = revision,
        ObservedAt = observation.FetchedAt,
        FirstSeenAt = observation.FetchedAt,
        Sightings = [SightingOf(listed, observation)],
        FirstListingId = observation.ListingId,
        ContentListingId = observation.ListingId,
        Sequence = 1,
        Pending = true,
    };

    private static EnrichedPaper Overwrite(EnrichedPaper stored, ParsedPaper listed, Observation observation, string revision)
    {
        var fields = stored with
        {
            Authors = listed.Authors.Count > 0 ? listed.Authors : stored.Authors,
            PublishedAt = listed.PublishedAt ?? stored.PublishedAt,
            UpdatedAt = listed.UpdatedAt ?? stored.UpdatedAt,
            ListedAt = listed.ListedAt ?? stored.ListedAt,
            Categories = listed.Categories.Count > 0 ? listed.Categories : stored.Categories,
            Urls = Union(stored.Urls, listed.Urls),
            Upvotes = listed.Upvotes ?? stored.Upvotes,
            ObservedAt = observation.FetchedAt,
        };

        return revision == stored.Revision
            ? fields
            : fields with
            {
                Title = listed.Title,
                Abstract = listed.Abstract,
                AbstractSource = listed.AbstractSource,
                Revision = revision,
                ContentListingId = observation.ListingId,
                Pending = true,
            };
    }

    // An earlier observation only fills what nothing later has said.
    private static EnrichedPaper Complete(EnrichedPaper stored, ParsedPaper listed) => stored with
    {
        Authors = stored.Authors.Count > 0 ? stored.Authors : listed.Authors,
        PublishedAt = stored.PublishedAt ?? listed.PublishedAt,
        UpdatedAt = stored.UpdatedAt ?? listed.UpdatedAt,
        ListedAt = stored.ListedAt ?? listed.ListedAt,
        Categories = stored.Categories.Count > 0 ? stored.Categories : listed.Categories,
        Urls = Union(listed.Urls, stored.Urls),
        Upvotes = stored.Upvotes ?? listed.Upvotes,
    };

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static Sighting SightingOf(ParsedPaper listed, Observation observation) => new()
    {
        ListingId = observation.ListingId,
        SourceId = observation.SourceId,
        Rank = listed.Rank,
        Upvotes = listed.Upvotes,
        At = observation.FetchedAt,
    };

    // The first sighting in a listing stands: the same paper twice on one page, or a page read twice, changes nothing.
    private static IReadOnlyList<Sighting> Add(IReadOnlyList<Sighting> sightings, Sighting sighting)
        => sightings.Any(s => s.ListingId == sighting.ListingId && s.At >= sighting.At)
            ? sightings
            : [.. sightings.Where(s => s.ListingId != sighting.ListingId).Append(sighting)
                .OrderBy(s => s.At).ThenBy(s => s.ListingId, StringComparer.Ordinal).TakeLast(MaxSightings)];

    private static IReadOnlyList<string> Union(IReadOnlyList<string> left, IReadOnlyList<string> right)
        => right.All(left.Contains) ? left : [.. left.Union(right).Order(StringComparer.Ordinal)];

    private static SortedDictionary<string, string> Union(
        IReadOnlyDictionary<string, string> under, IReadOnlyDictionary<string, string> over)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, address) in under.Concat(over))
        {
            result[kind] = address;
        }

        return result;
    }

    private static bool Same(EnrichedPaper a, EnrichedPaper b)
        => a.Aliases.SequenceEqual(b.Aliases)
            && a.Authors.SequenceEqual(b.Authors)
            && a.Categories.SequenceEqual(b.Categories)
            && a.Urls.OrderBy(u => u.Key, StringComparer.Ordinal).SequenceEqual(b.Urls.OrderBy(u => u.Key, StringComparer.Ordinal))
            && a.Sightings.SequenceEqual(b.Sightings)
            && (a.Revision, a.ObservedAt, a.FirstSeenAt, a.AbstractSource) == (b.Revision, b.ObservedAt, b.FirstSeenAt, b.AbstractSource)
            && (a.PublishedAt, a.UpdatedAt, a.ListedAt, a.Upvotes) == (b.PublishedAt, b.UpdatedAt, b.ListedAt, b.Upvotes);
}
