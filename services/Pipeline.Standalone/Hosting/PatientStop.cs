using Microsoft.Extensions.Hosting;

namespace Pipeline.Standalone.Hosting;

/// <summary>Stopping a host whose stages may have work in hand.</summary>
internal static class PatientStop
{
    /// <summary>Stops in order while there is patience.</summary>
    public static async Task StopPatientlyAsync(this IHost host, CancellationToken patience)
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
