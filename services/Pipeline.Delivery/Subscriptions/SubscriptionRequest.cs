using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Delivery.Subscriptions;

/// <summary>A subscription as a person asks for it; not checked. It has either <see cref="Webhook"/> or <see cref="Digest"/>.</summary>
public sealed record SubscriptionRequest
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Where each event is to be sent to; null for a digest.</summary>
    public WebhookRequest? Webhook { get; init; }

    /// <summary>What is to be written, and to whom; null for a webhook.</summary>
    public DigestRequest? Digest { get; init; }

    /// <summary>Only these kinds of change; empty for all.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; init; } = [];

    /// <summary>Ids of the topics, groups replaced by their topics; empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Only papers that this source showed; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>Only papers with all of these words; null for all.</summary>
    public string? Words { get; init; }
}

/// <summary>A webhook as a person asks for it.</summary>
/// <param name="Url">Address.</param>
/// <param name="Secret">Secret that signs; null for a new one.</param>
/// <param name="From">Place in the change log after which it begins; null for the end.</param>
public sealed record WebhookRequest(string Url, string? Secret = null, long? From = null);

/// <summary>A digest as a person asks for it.</summary>
public sealed record DigestRequest
{
    /// <summary>Mail address of the reader.</summary>
    public required string Address { get; init; }

    /// <summary>How often it comes.</summary>
    public required DigestCadence Cadence { get; init; }

    /// <summary>Hour of the day in UTC, 0 to 23; default 7.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>Day of a weekly one; default Monday.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    /// <summary>Which papers come first; default <see cref="DigestOrder.Trending"/>.</summary>
    public DigestOrder Order { get; init; } = DigestOrder.Trending;

    /// <summary>Most papers in one mail, 1 to 100; default 20.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Whether a mail comes when there is no paper; default false.</summary>
    public bool SendEmpty { get; init; }
}
