using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Testing;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>A sweep over stores in memory and a bus that keeps what is published; every wait is ten minutes.</summary>
internal sealed class SweepFixture : IAsyncDisposable
{
    private readonly ServiceProvider _provider = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddInMemoryMessaging(_ => { })
        .BuildServiceProvider(validateScopes: true);

    private readonly IBusControl _bus;

    private SweepFixture()
    {
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(Published);
        Sweep = new(Papers, Listings, Failures, Paused, _bus, Microsoft.Extensions.Options.Options.Create(Options), Time);
    }

    public PublishedMessages Published { get; } = new();

    public PausedStages Paused { get; } = new();

    public FakePaperStore Papers { get; } = new();

    public FakeListingStore Listings { get; } = new();

    public FakeFailureStore Failures { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Noon);

    public SchedulerOptions Options { get; } = new()
    {
        SweepEvery = TimeSpan.FromMinutes(1),
        SweepAfter = TimeSpan.FromMinutes(10),
        SweepAgain = TimeSpan.FromMinutes(10),
        SweepBatch = 3,
    };

    public Sweep Sweep { get; }

    public static async Task<SweepFixture> StartAsync()
    {
        var fixture = new SweepFixture();
        await fixture._bus.StartAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <summary>Sweeps what has waited for ten minutes.</summary>
    public Task<SweepResult> RunAsync() => Sweep.RunAsync(Options.SweepAfter, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
    }
}
