using MassTransit;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Tests against the real broker: each has names of its own and removes them.</summary>
public abstract class BrokerTests : IAsyncLifetime
{
    /// <summary>Begins with a letter, so that names stay readable in the broker's lists.</summary>
    protected string Prefix { get; } = $"bb{NewId.Next():N}";

    private protected BrokerQueues Queues { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Queues = await BrokerQueues.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        await Queues.DeleteFaultsAsync(Prefix);
        await Queues.DisposeAsync();
        await BrokerNames.DeleteAsync(Prefix);
        GC.SuppressFinalize(this);
    }
}
