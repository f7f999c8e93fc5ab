namespace Pipeline.BuildingBlocks.Sources;

/// <summary>
/// Turns at a host, shared by all replicas: one request at a time, and a least time between their starts. Goes by the
/// store's clock, so that the clocks of the replicas need not agree.
/// </summary>
public interface IHostBudget
{
    /// <summary>Takes the next turn at a host when it is free.</summary>
    /// <param name="host">Name of the host or group of hosts that shares the budget.</param>
    /// <param name="holder">Who takes it; the same holder may take its own turn again.</param>
    /// <param name="interval">Least time from this start to the next.</param>
    /// <param name="hold">How long the turn is held when it is never given back, because its holder died.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Zero when the turn is taken; else how long to wait before asking again.</returns>
    Task<TimeSpan> TryTakeAsync(string host, Guid holder, TimeSpan interval, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>Keeps a turn that is in use for longer.</summary>
    /// <param name="host">The host.</param>
    /// <param name="holder">Who took it.</param>
    /// <param name="hold">How long the turn is held from now on when it is never given back.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>False when it is not this holder's any more: it was given back, or taken over after its hold had passed.</returns>
    Task<bool> RenewAsync(string host, Guid holder, TimeSpan hold, CancellationToken cancellationToken);

    /// <summary>Gives a turn back. Does nothing when it is not this holder's any more.</summary>
    /// <param name="host">The host.</param>
    /// <param name="holder">Who took it.</param>
    /// <param name="pause">Nobody gets a turn for so long from now, because the host asked for it; zero when it did not.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task ReleaseAsync(string host, Guid holder, TimeSpan pause, CancellationToken cancellationToken);
}
