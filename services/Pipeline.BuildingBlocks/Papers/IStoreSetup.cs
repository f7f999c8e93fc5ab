namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Prepares a store for use: tables or indexes. Safe to run at every start and by many processes at once.</summary>
public interface IStoreSetup
{
    /// <summary>Creates what is missing.</summary>
    /// <exception cref="StoreUnusableException">The store cannot be used as configured.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}

/// <summary>The store cannot be used as configured: its message says what is wrong, where, and what to do.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when it may pass without anybody's help, as with a server that is still starting.</summary>
    public bool MayPass { get; init; }
}
