using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>What a subscription asks for. Every condition that is given must hold.</summary>
public sealed record SubscriptionFilter
{
    /// <summary>Everything.</summary>
    public static SubscriptionFilter All { get; } = new();

    /// <summary>Only these kinds of change; empty for all.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; init; } = [];

    /// <summary>Only papers with one of these topics (ids of the taxonomy, groups replaced by their topics); empty for all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Only papers that this source showed; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>Only papers with all of these words in title or abstract; null for all. Only for a digest: an event has no abstract.</summary>
    public string? Words { get; init; }
}
