using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Pipeline.BuildingBlocks.Telemetry;

/// <summary>Lets trace ids travel with messages although no trace is sent anywhere: logs and timelines name them.</summary>
internal sealed class TraceIds : IHostedService, IDisposable
{
    /// <summary>Sources whose spans make up a paper's trace.</summary>
    public static IReadOnlyList<string> Sources { get; } = [InstrumentNames.Pipeline, "MassTransit"];

    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => Sources.Contains(source.Name),
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ActivitySource.AddActivityListener(_listener);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();
}
