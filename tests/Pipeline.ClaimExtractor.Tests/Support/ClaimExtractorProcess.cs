using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.ClaimExtractor.Tests.Support;

/// <summary>The stage, wired as in production but for store and clock.</summary>
internal sealed class ClaimExtractorProcess : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private ClaimExtractorProcess((string Key, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value));
        _provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(new FixedTime())
            .AddSingleton<IPaperStore>(Papers)
            .AddClaimExtractor()
            .AddInMemoryMessaging(bus => bus.AddClaimExtractorConsumers())
            .BuildServiceProvider(validateScopes: true);
        Bus = _provider.GetRequiredService<IBusControl>();
        Bus.ConnectPublishObserver(Published);
    }

    public IBusControl Bus { get; }

    public FakePaperStore Papers { get; } = new();

    public PublishedMessages Published { get; } = new();

    public static async Task<ClaimExtractorProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var process = new ClaimExtractorProcess(settings);
        await process.Bus.StartAsync(TestContext.Current.CancellationToken);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.StopAsync();
        await _provider.DisposeAsync();
    }
}
