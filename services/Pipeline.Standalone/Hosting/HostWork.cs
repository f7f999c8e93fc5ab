using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.Hosting;

/// <summary>Runs work of a verb in a started host, and stops the host without waiting for what the store keeps anyway.</summary>
internal static class HostWork
{
    // Work that was interrupted or failed for good would be tried again and again while the stages are drained.
    private static readonly TimeSpan PatienceAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Starts the host, does the work, stops the host.</summary>
    /// <returns>What the work returns; anything but zero counts as a failure.</returns>
    public static async Task<int> WorkAsync(this IHost host, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        // Made before the stages start: it waits for what they complete from now on.
        var delivery = host.Services.GetService<DeliveryWait>();
        await StartAsync(host, cancellationToken);
        using var patience = new CancellationTokenSource();
        await using var interrupted = cancellationToken.Register(() => patience.CancelAfter(PatienceAfterFailure));
        try
        {
            var code = await work(cancellationToken);
            if (code != 0)
            {
                patience.CancelAfter(PatienceAfterFailure);
            }
            else if (delivery is not null && await delivery.RunAsync(cancellationToken) is > 0 and var untold)
            {
                await Console.Error.WriteLineAsync($"{untold} papers are not in the change log yet; the next start puts them there.");
            }

            return code;
        }
        finally
        {
            await StopAsync(host, patience.Token);
        }
    }

    private static async Task StartAsync(IHost host, CancellationToken cancellationToken)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch
        {
            // What has started by then is told that it ends, and does not call it a fault.
            using var patience = new CancellationTokenSource(PatienceAfterFailure);
            await StopAsync(host, patience.Token);
            throw;
        }
    }

    private static async Task StopAsync(IHost host, CancellationToken patience)
    {
        try
        {
            await host.StopAsync(patience).WaitAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // What is still in hand is unfinished in the store, and dispatched again next time.
        }
    }
}
