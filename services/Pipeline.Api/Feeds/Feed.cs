namespace Pipeline.Api.Feeds;

/// <summary>A feed, whatever it is written as. Texts have been freed of what XML cannot hold.</summary>
internal sealed record Feed
{
    /// <summary>Never changes.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it was asked for.</summary>
    public required string Self { get; init; }

    /// <summary>Where it goes on; null at its end.</summary>
    public required string? Next { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>When its newest entry last changed; null without entries.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(entry => entry.Updated);
}

/// <summary>A paper in a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>Never changes while the paper has its key.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where the paper is; null where no source says.</summary>
    public required string? Link { get; init; }

    /// <summary>When its text, its results or whether it stands last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required DateTimeOffset? Published { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<FeedTopic> Topics { get; init; }

    /// <summary>Abstract and claims as HTML, in which nothing of a source is markup.</summary>
    public required string Html { get; init; }
}

/// <summary>A topic of a paper in a feed.</summary>
internal sealed record FeedTopic(string Id, string Name);
