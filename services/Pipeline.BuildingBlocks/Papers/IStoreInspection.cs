namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Looks whether a store is reachable and prepared, and changes nothing.</summary>
public interface IStoreInspection
{
    /// <summary>Looks.</summary>
    /// <exception cref="StoreUnusableException">The store cannot be reached or is no store of ours; the message says why and what to do.</exception>
    Task<StoreCondition> InspectAsync(CancellationToken cancellationToken);
}

/// <summary>How a store stands.</summary>
public sealed record StoreCondition
{
    /// <summary>Which store it is, for people; never a secret.</summary>
    public required string Where { get; init; }

    /// <summary>In which form its data is, for people.</summary>
    public required string Form { get; init; }

    /// <summary>What preparing it would add or bring up to date; empty when it is prepared.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The server's clock; null for a store in this machine's files.</summary>
    public DateTimeOffset? ServerTime { get; init; }
}
