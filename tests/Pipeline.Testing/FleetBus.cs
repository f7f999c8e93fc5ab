using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.Testing;

/// <summary>A bus that only publishes, configured as a fleet's workers are.</summary>
public sealed class FleetBus : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IBusControl _control;

    private FleetBus(ServiceProvider provider)
    {
        _provider = provider;
        _control = provider.GetRequiredService<IBusControl>();
    }

    /// <summary>Where to publish.</summary>
    public IPublishEndpoint Endpoint => _control;

    /// <summary>Connects to the broker.</summary>
    public static async Task<FleetBus> StartAsync(WorkerFleet fleet, CancellationToken cancellationToken)
    {
        var bus = new FleetBus(new ServiceCollection()
            .AddLogging()
            .AddSingleton(fleet.Configuration)
            .AddRabbitMqMessaging(_ => { })
            .BuildServiceProvider());
        await bus._control.StartAsync(cancellationToken);
        return bus;
    }

    /// <summary>Asks the Fetcher to fetch a source.</summary>
    public Task FetchAsync(string sourceId, CancellationToken cancellationToken) => FetchAsync(sourceId, from: null, to: null, cancellationToken);

    /// <summary>Asks the Fetcher to fetch some days of a source.</summary>
    public Task FetchAsync(string sourceId, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
        => _control.PublishCommandAsync(new FetchSource { RunId = NewId.NextGuid(), SourceId = sourceId, From = from, To = to }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _control.StopAsync();
        await _provider.DisposeAsync();
    }
}
