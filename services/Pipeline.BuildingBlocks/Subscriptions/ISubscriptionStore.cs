namespace Pipeline.BuildingBlocks.Subscriptions;

/// <summary>Subscriptions and what was done to them. Every write is atomic; a method that returns has made its effect durable.</summary>
/// <remarks>What was done is written in one with what it did, whatever dies: nothing changes unseen, and nothing is told of that did not happen. Two implementations pass the same tests.</remarks>
public interface ISubscriptionStore
{
    /// <summary>Adds a subscription.</summary>
    /// <returns>False when there is one with this key or name already; nothing is written then.</returns>
    Task<bool> TryAddAsync(Subscription subscription, SubscriptionEvent what, CancellationToken cancellationToken);

    /// <summary>Finds a subscription.</summary>
    /// <returns>The subscription, or null when there is none.</returns>
    Task<Subscription?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Finds a subscription by its name.</summary>
    /// <returns>The subscription, or null when there is none.</returns>
    Task<Subscription?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads all subscriptions, in ordinal order of their names.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes a subscription over the stored one, if that still stands at <see cref="Subscription.Sequence"/>; its sequence
    /// becomes one higher.
    /// </summary>
    /// <param name="subscription">The subscription as it is to be.</param>
    /// <param name="what">What was done; null for mere progress.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False when it has moved on, or there is none; the subscription is not written then.</returns>
    Task<bool> UpdateAsync(Subscription subscription, SubscriptionEvent? what, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a subscription with its attempts, issues and told papers, also those that somebody writes at the same time. What was
    /// done to it stays.
    /// </summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(Guid id, SubscriptionEvent what, CancellationToken cancellationToken);

    /// <summary>Reads active subscriptions that are due and held by nobody, the longest due first.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="now">Due at this time.</param>
    /// <param name="last">Only those whose cursor stands before this place in the change log.</param>
    /// <param name="limit">Most to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<Subscription>> ListDueAsync(SubscriptionKind kind, DateTimeOffset now, long last, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an active subscription in hand, or keeps it there, so that one process at a time tells it; by the store's clock.
    /// Its sequence stays.
    /// </summary>
    /// <param name="id">The subscription.</param>
    /// <param name="holder">Who takes it.</param>
    /// <param name="hold">How long it is held from now on when it is never given back, because its holder died.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The subscription as it stands; null when another holds it, or it is not active.</returns>
    Task<Subscription?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>Gives a subscription back. Does nothing when it is not this holder's any more.</summary>
    Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken);

    /// <summary>Reads what was done, the last first.</summary>
    /// <param name="id">To one subscription, removed ones too; null for all.</param>
    /// <param name="limit">Most to read, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<SubscriptionEvent>> ListEventsAsync(Guid? id, int limit, CancellationToken cancellationToken);
}
