using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>A bus set up by the production code, with one batch stage on it and a record of all that was published.</summary>
internal sealed class TestBus : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // By default a bus waits for ever, and a queue that hangs does not care what its bus was told.
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _provider;
    private readonly PublishedMessages _published = new();

    private readonly EndpointStops _stops = new();

    private TestBus(ServiceProvider provider)
    {
        _provider = provider;
        Control = provider.GetRequiredService<IBusControl>();
    }

    public IBusControl Control { get; }

    public FakeEnrichment Enrichment => _provider.GetRequiredService<FakeEnrichment>();

    public ConsumerToggle Listings => _provider.GetRequiredService<ConsumerToggle>();

    public FakeLifetime Lifetime => _provider.GetRequiredService<FakeLifetime>();

    public FakeFailureStore Failures => _provider.GetRequiredService<FakeFailureStore>();

    public FakeTimelines Timelines => _provider.GetRequiredService<FakeTimelines>();

    /// <summary>Queues that consumers take from, in ordinal order; the bus's own, temporary one left out.</summary>
    public IReadOnlyList<string> QueueNames
        => [.. Control.CheckHealth().Endpoints.Keys
            .Select(address => address.Split('?')[0].Split('/')[^1])
            .Where(name => !name.Contains("_bus_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>How often a queue stopped consuming.</summary>
    public int Stops => _stops.Count;

    public IReadOnlyList<T> PublishedOf<T>() => _published.Of<T>();

    public IReadOnlyList<Guid?> IdsOf<T>() => _published.IdsOf<T>();

    /// <summary>Starts a stage over queues in this process.</summary>
    public static Task<TestBus> StartInMemoryAsync(params (string Key, string Value)[] settings)
        => StartAsync(settings, (services, consumers) => services.AddInMemoryMessaging(consumers), AddStage);

    /// <summary>Starts a stage over the real broker; every name begins with the prefix.</summary>
    public static Task<TestBus> StartRabbitMqAsync(string prefix, params (string Key, string Value)[] settings)
        => StartAsync(OnBroker(prefix, settings), (services, consumers) => services.AddRabbitMqMessaging(consumers), AddStage);

    /// <summary>Starts a stage over the real broker, with more services beside it.</summary>
    public static Task<TestBus> StartRabbitMqAsync(string prefix, Action<IServiceCollection> addServices, params (string Key, string Value)[] settings)
        => StartAsync(OnBroker(prefix, settings), (services, consumers) => Add(services, addServices).AddRabbitMqMessaging(consumers), AddStage);

    /// <summary>Starts a stage over queues in this process, with more services beside it.</summary>
    public static Task<TestBus> StartInMemoryAsync(Action<IServiceCollection> addServices, params (string Key, string Value)[] settings)
        => StartAsync(settings, (services, consumers) => Add(services, addServices).AddInMemoryMessaging(consumers), AddStage);

    /// <summary>Connects to the real broker without consuming anything.</summary>
    public static Task<TestBus> StartPublisherAsync(string prefix)
        => StartAsync(OnBroker(prefix, []), (services, consumers) => services.AddRabbitMqMessaging(consumers), _ => { });

    /// <summary>One of the services beside the stage.</summary>
    public T Service<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public Task PublishAsync(params IEnumerable<PaperParsed> papers)
        => Task.WhenAll(papers.Select(paper => Control.PublishPaperParsedAsync(paper, TestContext.Current.CancellationToken)));

    public Task UntilAsync(Func<bool> condition, string otherwise)
        => Eventually.TrueAsync(
            () => Task.FromResult(condition()),
            Patience,
            () => $"{otherwise}; failures [{string.Join(' ', Failures.All.Select(f => $"{f.Stage}:{f.State}:{f.Reason}"))}], attempts [{string.Join(' ', Enrichment.Attempts)}], saved {Enrichment.Saved.Count}",
            TestContext.Current.CancellationToken);

    /// <summary>Finishes the messages in hand and lets go of the queues.</summary>
    public Task StopAsync() => Control.StopAsync(StopPatience).WaitAsync(2 * StopPatience);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _provider.DisposeAsync();
    }

    private static async Task<TestBus> StartAsync(
        (string Key, string Value)[] settings,
        Action<IServiceCollection, Action<IBusRegistrationConfigurator>> addMessaging,
        Action<IBusRegistrationConfigurator> addConsumers)
    {
        var values = new Dictionary<string, string?> { ["Retry:Delay"] = "00:00:00.010", ["Retry:KillSwitchPause"] = "00:00:01" };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<FakeEnrichment>()
            .AddSingleton<ConsumerToggle>()
            .AddSingleton<FakeLifetime>()
            .AddSingleton<IHostApplicationLifetime>(provider => provider.GetRequiredService<FakeLifetime>())
            .AddSingleton<FakeTimelines>()
            .AddSingleton<ITimelineStore>(provider => provider.GetRequiredService<FakeTimelines>())
            .AddSingleton<FakeFailureStore>()
            .AddSingleton<IFailureStore>(provider => provider.GetRequiredService<FakeFailureStore>())
            .Configure<ExtractClaimsOptions>(configuration.GetSection("Stage"));
        addMessaging(services, addConsumers);

        var bus = new TestBus(services.BuildServiceProvider(validateScopes: true));
        bus.Control.ConnectPublishObserver(bus._published);
        bus.Control.ConnectReceiveEndpointObserver(bus._stops);
        await bus.Control.StartAsync(TestContext.Current.CancellationToken);
        return bus;
    }

    private static IServiceCollection Add(IServiceCollection services, Action<IServiceCollection> add)
    {
        add(services);
        return services;
    }

    private static void AddStage(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ExtractClaimsConsumer, BatchQueueDefinition<ExtractClaimsConsumer, ExtractClaimsOptions>>();
        bus.AddConsumer<ParseListingConsumer>();
    }

    private static (string Key, string Value)[] OnBroker(string prefix, (string Key, string Value)[] settings)
        => [("Broker:Address", RealParts.RabbitMq.ToString()), ("Broker:Prefix", prefix), ("Broker:QuarantineAfter", "00:00:00"), .. settings];
}
