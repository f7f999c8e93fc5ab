namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>Mails that were made, and the papers that they told of.</summary>
public interface IDigestStore
{
    /// <summary>
    /// Keeps an issue before it is sent, and its papers as told. The issue of this number that is kept already stays as it is: a
    /// process that died after it made one sends the very same papers.
    /// </summary>
    /// <returns>The issue as it is kept; null when the subscription was removed, and then it is not.</returns>
    Task<DigestIssue?> KeepAsync(DigestIssue issue, CancellationToken cancellationToken);

    /// <summary>Reads the last issue of a subscription.</summary>
    /// <returns>Null when there is none.</returns>
    Task<DigestIssue?> FindLastAsync(Guid subscriptionId, CancellationToken cancellationToken);

    /// <summary>Marks an issue as sent.</summary>
    Task MarkSentAsync(Guid subscriptionId, int number, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Which of some papers an issue of the subscription has told of, under any of the given keys.</summary>
    Task<IReadOnlySet<string>> FindToldAsync(Guid subscriptionId, IReadOnlyList<string> paperIds, CancellationToken cancellationToken);
}

/// <summary>One mail of a digest.</summary>
public sealed record DigestIssue
{
    /// <summary>Whose it is.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Keys of its papers, in order.</summary>
    public required IReadOnlyList<string> PaperIds { get; init; }

    /// <summary>Place in the change log up to which its papers were looked for.</summary>
    public required long ReadTo { get; init; }

    /// <summary>When it was made, in UTC, whole milliseconds.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When the mail server took it; null before.</summary>
    public DateTimeOffset? SentAt { get; init; }
}
