namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>An address to which each event is sent, signed as Standard Webhooks says (standardwebhooks.com).</summary>
public sealed record Webhook
{
    /// <summary>Address, <c>https</c>; <c>http</c> only where private hosts are allowed.</summary>
    public required string Url { get; init; }

    /// <summary>Secrets that sign, the newest first. More than one while a former one still holds.</summary>
    public required IReadOnlyList<WebhookSecret> Secrets { get; init; }
}

/// <summary>A secret that both sides know.</summary>
public sealed record WebhookSecret
{
    /// <summary><c>whsec_</c> and 24 to 64 bytes in base64.</summary>
    public required string Value { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it signs no more, because a newer one has taken its place; null for the newest.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
