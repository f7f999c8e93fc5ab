using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Parser.Parsing.Papers;

/// <summary>What a listing says about one paper, unchecked.</summary>
internal sealed record PaperDraft
{
    private const int MaxAuthors = 5_000;
    private const int MaxCategories = 100;

    /// <summary>Everything that may name the paper, best first: ids, DOIs, addresses.</summary>
    public IEnumerable<string?> Names { get; init; } = [];

    public string? Title { get; init; }

    public string? Abstract { get; init; }

    public AbstractSource AbstractSource { get; init; }

    public IEnumerable<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? ListedAt { get; init; }

    public IEnumerable<string> Categories { get; init; } = [];

    /// <summary>Addresses by kind; those that are no web address are left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Urls { get; init; } = [];

    public int? Upvotes { get; init; }

    /// <summary>Number of the newest version; below 1 counts as not given.</summary>
    public int? Version { get; init; }

    public PaperState State { get; init; }

    /// <summary>Whether an entry without abstract is no paper: where one is always given, its lack is a fault of the listing.</summary>
    public bool NeedsAbstract { get; init; }

    /// <summary>Checks the draft.</summary>
    /// <returns>A paper, unranked; or a rejection that names <paramref name="where"/>.</returns>
    public ListingEntry ToEntry(string where)
    {
        var title = ListingText.OneLine(Title ?? "");
        var text = ListingText.Clean(Abstract ?? "");
        var authors = ListingText.Labels(Authors, MaxAuthors);
        var keys = PaperKeys.Of(Names, title, authors.Count > 0 ? authors[0] : null);

        return Fault(title, text, keys, NeedsAbstract) is { } fault
            ? ListingEntry.Reject(where, fault)
            : new ListingEntry.Listed(ToPaper(title, text, keys, authors));
    }

    private static string? Fault(string title, string text, PaperKeys? keys, bool needsAbstract)
    {
        if (title.Length == 0)
        {
            return "no title: every paper needs one.";
        }

        if (title.Length > PaperText.MaxTitleLength)
        {
            return $"the title has {title.Length} characters, more than {PaperText.MaxTitleLength}: shorten it.";
        }

        if (needsAbstract && string.IsNullOrWhiteSpace(text))
        {
            return $"no abstract: {ListingText.Quote(title)} has nothing to read claims from; add its abstract.";
        }

        if (text.Length > PaperText.MaxAbstractLength)
        {
            return $"the abstract has {text.Length} characters, more than {PaperText.MaxAbstractLength}: give the abstract, not the paper.";
        }

        return keys is null ? $"the title {ListingText.Quote(title)} has no letter or digit, and there is no other id: give one." : null;
    }

    private ParsedPaper ToPaper(string title, string text, PaperKeys? keys, IReadOnlyList<string> authors) => new()
    {
        Id = keys!.Best,
        Aliases = keys.All,
        Title = title,
        Abstract = text,
        AbstractSource = AbstractSource,
        Authors = authors,
        PublishedAt = PublishedAt,
        UpdatedAt = UpdatedAt,
        ListedAt = ListedAt,
        Categories = ListingText.Labels(Categories, MaxCategories),
        Urls = WebAddress.Keep(Urls),
        Upvotes = Upvotes,
        Version = Version >= 1 ? Version : null,
        State = State,
    };
}
