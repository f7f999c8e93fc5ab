namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>What was tried for each subscription.</summary>
public interface IDeliveryAttempts
{
    /// <summary>Adds attempts. One whose key is known is not written again; one of a subscription that was removed does not stay.</summary>
    Task AddAsync(IReadOnlyList<DeliveryAttempt> attempts, CancellationToken cancellationToken);

    /// <summary>Reads attempts for a subscription, the last first.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="failedOnly">Whether to leave out those that were taken.</param>
    /// <param name="limit">Most to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<DeliveryAttempt>> ListAsync(Guid subscriptionId, bool failedOnly, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets attempts that began before a time.</summary>
    /// <returns>How many.</returns>
    Task<long> TrimAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
