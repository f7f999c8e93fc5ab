using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Subscriptions;

namespace Pipeline.Api.Subscriptions;

/// <summary>A subscription to add: give either webhook or digest. Every condition that is given must hold.</summary>
public sealed record NewSubscriptionBody
{
    /// <summary>Name for people, unique; 1 to 100 characters without control characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where each event is to be sent to.</summary>
    public NewWebhookBody? Webhook { get; init; }

    /// <summary>What is to be written, and to whom. Nothing is sent until the reader agrees by the link in a first mail.</summary>
    public NewDigestBody? Digest { get; init; }

    /// <summary>Only these kinds of change; all when left out. Only for a webhook.</summary>
    public IReadOnlyList<ChangeKind>? Kinds { get; init; }

    /// <summary>Only papers with one of these topics; a group stands for all its topics. At most 200.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Only papers that this source showed.</summary>
    public string? Source { get; init; }

    /// <summary>Only papers with all of these words in title or abstract. Only for a digest.</summary>
    public string? Words { get; init; }
}

/// <summary>A webhook to add.</summary>
public sealed record NewWebhookBody
{
    /// <summary>Address, https; http and private hosts only where Webhooks:AllowPrivateHosts says so.</summary>
    public required string Url { get; init; }

    /// <summary>Secret that signs: whsec_ and 24 to 64 bytes in base64. A new one is made when it is left out.</summary>
    public string? Secret { get; init; }

    /// <summary>Place in the change log after which it begins, 0 for the first that is kept; the end when left out.</summary>
    public long? From { get; init; }
}

/// <summary>A digest to add.</summary>
public sealed record NewDigestBody
{
    /// <summary>Mail address of the reader.</summary>
    public required string Address { get; init; }

    /// <summary>How often it comes.</summary>
    public required DigestCadence Cadence { get; init; }

    /// <summary>Hour of the day in UTC at which it comes, 0 to 23; 7 when left out.</summary>
    public int? Hour { get; init; }

    /// <summary>Day of a weekly one; Monday when left out.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Which papers come first; trending ones when left out.</summary>
    public DigestOrder? Order { get; init; }

    /// <summary>Most papers in one mail, 1 to 100; 20 when left out.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a mail comes when there is no paper.</summary>
    public bool SendEmpty { get; init; }
}
