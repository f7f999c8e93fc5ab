using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Delivery;

/// <summary>Where events go that the change log holds.</summary>
internal interface IPublicEvents
{
    /// <summary>Publishes events, at least once each; returns when every one is safe with whoever passes it on.</summary>
    /// <remarks>When that cannot be known, it throws: the caller tries again, and consumers tell repeats by their ids.</remarks>
    Task PublishAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken);
}

/// <summary>Nowhere: the change log is all there is.</summary>
internal sealed class NoPublicEvents : IPublicEvents
{
    public Task PublishAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken) => Task.CompletedTask;
}
