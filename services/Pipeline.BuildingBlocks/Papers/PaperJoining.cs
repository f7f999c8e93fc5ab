namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Joins two descriptions of one paper, field by field, by <see cref="FieldPrecedence"/>.</summary>
internal static class PaperJoining
{
    /// <summary>Joins what sources say; keys, sections and bookkeeping stay those of <paramref name="left"/>, but for the revision.</summary>
    /// <param name="left">One description; its text stands where the other differs in white space alone.</param>
    /// <param name="right">The other.</param>
    /// <param name="rereads">Whether the other is an observation, which replaces what an earlier reading of its listing said.</param>
    public static EnrichedPaper Fields(EnrichedPaper left, EnrichedPaper right, bool rereads)
    {
        var contest = new FieldContest(left, right, rereads);
        var title = contest.Pick(FieldNames.Title, paper => paper.Title);
        var (text, source) = contest.Pick(
            FieldNames.Abstract, paper => (paper.Abstract, paper.AbstractSource), paper => paper.AbstractSource == AbstractSource.Listing ? 1 : 0);
        var joined = left with
        {
            Title = PaperText.IsReWrapped(left.Title, title) ? left.Title : title,
            Abstract = PaperText.IsReWrapped(left.Abstract, text) ? left.Abstract : text,
            AbstractSource = source,
            Authors = contest.Pick(FieldNames.Authors, paper => paper.Authors),
            PublishedAt = contest.Pick(FieldNames.PublishedAt, paper => paper.PublishedAt),
            UpdatedAt = contest.Pick(FieldNames.UpdatedAt, paper => paper.UpdatedAt),
            ListedAt = contest.Pick(FieldNames.ListedAt, paper => paper.ListedAt),
            Categories = contest.Pick(FieldNames.Categories, paper => paper.Categories),
            Urls = Urls(left, right, contest),
            Upvotes = contest.Pick(FieldNames.Upvotes, paper => paper.Upvotes),
            Version = contest.Pick(FieldNames.Version, paper => paper.Version),
            State = contest.PickState(),
            Aliases = Union(left.Aliases, right.Aliases),
            Sightings = Sightings(left.Sightings, right.Sightings),
            FirstSeenAt = left.FirstSeenAt < right.FirstSeenAt ? left.FirstSeenAt : right.FirstSeenAt,
            ObservedAt = left.ObservedAt > right.ObservedAt ? left.ObservedAt : right.ObservedAt,
        };
        return joined with { Provenance = contest.Provenance, Revision = RevisionOf(joined, left, right) };
    }

    /// <summary>Whether two papers say the same, origins and sightings included.</summary>
    public static bool Same(EnrichedPaper a, EnrichedPaper b)
        => (a.Id, a.Title, a.Abstract, a.AbstractSource, a.Revision, a.State) == (b.Id, b.Title, b.Abstract, b.AbstractSource, b.Revision, b.State)
            && (a.ObservedAt, a.FirstSeenAt) == (b.ObservedAt, b.FirstSeenAt)
            && (a.PublishedAt, a.UpdatedAt, a.ListedAt, a.Upvotes, a.Version) == (b.PublishedAt, b.UpdatedAt, b.ListedAt, b.Upvotes, b.Version)
            && a.Aliases.SequenceEqual(b.Aliases)
            && a.Authors.SequenceEqual(b.Authors)
            && a.Categories.SequenceEqual(b.Categories)
            && a.Urls.OrderBy(url => url.Key, StringComparer.Ordinal).SequenceEqual(b.Urls.OrderBy(url => url.Key, StringComparer.Ordinal))
            && a.Sightings.SequenceEqual(b.Sightings)
            && a.Provenance.Count == b.Provenance.Count
            && a.Provenance.Zip(b.Provenance).All(pair => pair.First.Origin == pair.Second.Origin && pair.First.Fields.SequenceEqual(pair.Second.Fields));

    // A text that did not change keeps its revision, also one that an earlier release computed otherwise.
    private static string RevisionOf(EnrichedPaper joined, EnrichedPaper left, EnrichedPaper right)
        => (joined.Title, joined.Abstract) == (left.Title, left.Abstract) ? left.Revision
            : (joined.Title, joined.Abstract) == (right.Title, right.Abstract) ? right.Revision
            : PaperText.Revision(joined.Title, joined.Abstract);

    private static SortedDictionary<string, string> Urls(EnrichedPaper left, EnrichedPaper right, FieldContest contest)
    {
        var urls = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in left.Urls.Keys.Union(right.Urls.Keys, StringComparer.Ordinal))
        {
            urls[kind] = contest.Pick(FieldNames.Url(kind), paper => paper.Urls.GetValueOrDefault(kind))!;
        }

        return urls;
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> left, IReadOnlyList<string> right)
        => right.All(left.Contains) ? left : [.. left.Union(right).Order(StringComparer.Ordinal)];

    // Of one listing the newest sighting stands, and of those its first place: the same paper twice on a page is one sighting.
    private static IReadOnlyList<Sighting> Sightings(IReadOnlyList<Sighting> left, IReadOnlyList<Sighting> right)
        => right.All(left.Contains)
            ? left
            : [.. left.Concat(right)
                .GroupBy(sighting => sighting.ListingId, StringComparer.Ordinal)
                .Select(same => same.OrderByDescending(sighting => sighting.At).ThenBy(sighting => sighting.Rank).ThenByDescending(sighting => sighting.Upvotes).First())
                .OrderBy(sighting => sighting.At).ThenBy(sighting => sighting.ListingId, StringComparer.Ordinal)
                .TakeLast(PaperMerge.MaxSightings)];
}
