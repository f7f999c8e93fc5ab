using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A store that answers nothing until the test refuses it for good.</summary>
internal sealed class HeldStoreSetup : IStoreSetup
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the worker has asked for the store.</summary>
    public Task Asked => _asked.Task;

    public void Refuse() => _refused.SetResult();

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await _refused.Task.WaitAsync(cancellationToken);
        throw new StoreUnusableException("The test refuses it.");
    }
}
