using System.Text.Json.Serialization;

namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Where an abstract came from.</summary>
public enum AbstractSource
{
    /// <summary>The listing carried the authors' abstract.</summary>
    Listing,

    /// <summary>The listing carried a machine-written summary in its place.</summary>
    AiSummary,
}

/// <summary>Whether a paper stands.</summary>
public enum PaperState
{
    /// <summary>It stands.</summary>
    Active,

    /// <summary>Its authors or its publisher have withdrawn or retracted it, or its source has deleted it.</summary>
    Withdrawn,
}

/// <summary>How close a listing is to the record of a paper. Where sources differ, the higher one wins, field by field.</summary>
public enum SourceAuthority
{
    /// <summary>Text copied from a page, a page saved by hand, a mail.</summary>
    Capture,

    /// <summary>An index that collects papers of others: Hugging Face, OpenAlex, Semantic Scholar, a reference manager's export.</summary>
    Index,

    /// <summary>An announcement of the paper's own publisher or repository: its feed.</summary>
    Announcement,

    /// <summary>The record of the paper's own repository or registration agency: arXiv's interfaces, bioRxiv, Crossref for its DOIs.</summary>
    Record,
}

/// <summary>A paper as one listing describes it: the output of the Parser, and one line of <c>try parse</c>.</summary>
public sealed record ParsedPaper
{
    /// <summary>Best key the listing offers; see <see cref="PaperIdentity"/>.</summary>
    public required string Id { get; init; }

    /// <summary>All keys it offers, <see cref="Id"/> among them, in ordinal order.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Title as listed.</summary>
    public required string Title { get; init; }

    /// <summary>Abstract as listed; all spans of evidence count in it.</summary>
    public required string Abstract { get; init; }

    /// <summary>Where the abstract came from.</summary>
    public AbstractSource AbstractSource { get; init; }

    /// <summary>Author names in the order of the paper; empty when not listed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>First publication; null when not listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Newest version; null when not listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Slot in the listing, such as the day of a daily list; null when not given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Subjects given by the source, for example <c>cs.LG</c>; empty when not listed.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Addresses by kind: <c>abs</c>, <c>pdf</c>, <c>code</c>, <c>project</c>, <c>page</c>.</summary>
    public IReadOnlyDictionary<string, string> Urls { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Votes on the listing; null when not shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Upvotes { get; init; }

    /// <summary>Number of the paper's newest version, from 1; null when not listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>Whether it stands.</summary>
    public PaperState State { get; init; }

    /// <summary>How close the listing is to the paper's record.</summary>
    public SourceAuthority Authority { get; init; }

    /// <summary>Place in the listing, from 1.</summary>
    [JsonIgnore]
    public int Rank { get; init; }
}
