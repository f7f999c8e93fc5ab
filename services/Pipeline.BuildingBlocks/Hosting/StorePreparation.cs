using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Prepares the store before the bus starts, and waits for a store that is still starting.</summary>
internal sealed partial class StorePreparation(IStoreSetup setup, TimeProvider time, ILogger<StorePreparation> logger) : IHostedService
{
    // A store that starts beside the workers needs up to a minute, and tells nobody when it is ready.
    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await setup.PrepareAsync(cancellationToken);
                return;
            }
            catch (StoreUnusableException e) when (e.MayPass && attempt < Attempts)
            {
                LogWaiting(logger, e.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the store: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string reason);
}
