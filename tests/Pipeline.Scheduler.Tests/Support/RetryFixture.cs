using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Testing;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>A worker with one consumer and what works its ledger off, over either transport, with the production wiring.</summary>
internal sealed class RetryFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider _provider;
    private readonly string? _prefix;

    private RetryFixture(ServiceProvider provider, string? prefix)
    {
        _provider = provider;
        _prefix = prefix;
        Bus = provider.GetRequiredService<IBusControl>();
    }

    public IBusControl Bus { get; }

    public FakeFailureStore Store => _provider.GetRequiredService<FakeFailureStore>();

    public Deliveries Deliveries => _provider.GetRequiredService<Deliveries>();

    public FailureLedger Ledger => _provider.GetRequiredService<FailureLedger>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RetryFixture> StartAsync(TimeProvider time, bool broker, params (string Key, string Value)[] settings)
    {
        var prefix = broker ? $"rl{NewId.Next():N}" : null;
        var values = new Dictionary<string, string?> { ["Retry:Limit"] = "1", ["Retry:Delay"] = "00:00:00.010", ["Retry:KillSwitchPause"] = "00:00:01" };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        if (broker)
        {
            (values["Broker:Address"], values["Broker:Prefix"]) = (RealParts.RabbitMq.ToString(), prefix);
        }

        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton(time)
            .AddSingleton<Deliveries>()
            .AddSingleton<FakeLifetime>()
            .AddSingleton<IHostApplicationLifetime>(provider => provider.GetRequiredService<FakeLifetime>())
            .AddSingleton<IHostBudget, FakeLease>()
            .AddSingleton<FakeFailureStore>()
            .AddSingleton<IFailureStore>(provider => provider.GetRequiredService<FakeFailureStore>())
            .AddRetries();
        _ = broker
            ? services.AddRabbitMqMessaging(bus => bus.AddConsumer<WithdrawPaperConsumer>())
            : services.AddInMemoryMessaging(bus => bus.AddConsumer<WithdrawPaperConsumer>());
        var fixture = new RetryFixture(services.BuildServiceProvider(validateScopes: true), prefix);
        await fixture.Bus.StartAsync(Token);
        return fixture;
    }

    /// <summary>Publishes a message and waits until it has failed.</summary>
    public async Task<FailedMessage> FailAsync(Func<Exception>? fault = null)
    {
        Deliveries.Fault = fault ?? (() => new InvalidOperationException("The archive is away."));
        await Bus.Publish(new PaperWithdrawn { PaperId = "arxiv:2601.00001", ListingId = "listing-a", ObservedAt = Some.Noon }, Token);
        await UntilAsync(() => Store.All.Count == 1);
        return Store.All[0];
    }

    /// <summary>One page of what is due.</summary>
    public Task<bool> RoundAsync() => _provider.GetRequiredService<RetryRound>().RunAsync(Token);

    /// <summary>A service as a process runs it, beside others.</summary>
    public RetryService CreateService() => ActivatorUtilities.CreateInstance<RetryService>(_provider);

    /// <summary>Lets services begin.</summary>
    public void Started() => _provider.GetRequiredService<FakeLifetime>().Started();

    public Task UntilAsync(Func<bool> question)
        => Eventually.TrueAsync(
            () => Task.FromResult(question()),
            Patience,
            () => $"deliveries {Deliveries.All.Count}, entries [{string.Join("; ", Store.All.Select(entry => $"{entry.State} {entry.Attempts} {string.Join(',', entry.Acts.Select(act => act.What))}"))}]",
            Token);

    public async ValueTask DisposeAsync()
    {
        await Bus.StopAsync();
        await _provider.DisposeAsync();
        if (_prefix is not null)
        {
            await BrokerNames.DeleteAsync(_prefix);
        }
    }
}
