using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A store that cannot be used for its first so many attempts.</summary>
internal sealed class FakeStoreSetup(int failures, bool mayPass = true) : IStoreSetup
{
    private int _attempts;

    public int Attempts => Volatile.Read(ref _attempts);

    public Task PrepareAsync(CancellationToken cancellationToken)
        => Interlocked.Increment(ref _attempts) <= failures
            ? throw new StoreUnusableException("The store does not answer at mongodb:27017.") { MayPass = mayPass }
            : Task.CompletedTask;
}
