using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MongoDB.Driver;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Storage.Mongo;
using Pipeline.Testing;

namespace Pipeline.Integration.Tests;

/// <summary>A message that kills its process, among hundreds that do not; whoever dies is started again, as an orchestrator does.</summary>
public sealed class PoisonTests : IAsyncLifetime
{
    private const int Papers = 300;
    private const string Poisoned = "arxiv:2601.00120";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string _name = $"t{NewId.NextGuid():N}"[..20];
    private readonly string _done = Path.GetTempFileName();
    private readonly Dictionary<string, string> _settings;
    private readonly ServiceProvider _services;
    private readonly WorkerProcess _worker;
    private readonly WorkerProcess _scheduler;
    private int _deaths;

    public PoisonTests()
    {
        _settings = new()
        {
            ["Broker__Address"] = RealParts.RabbitMq.ToString(),
            ["Broker__Prefix"] = _name,
            ["Broker__DeliveryLimit"] = "2",
            ["Broker__QuarantineAfter"] = "00:00:04",
            ["Mongo__ConnectionString"] = RealParts.MongoDb,
            ["Mongo__Database"] = _name,
        };
        _worker = new("Pipeline.PoisonWorker", new Dictionary<string, string>(_settings) { ["Poison__DoneFile"] = _done, ["Poison__BatchSize"] = "50" });
        _scheduler = new("Pipeline.Scheduler", _settings);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(_settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
                .Build())
            .AddMongoStorage()
            .AddRabbitMqMessaging(_ => { })
            .BuildServiceProvider();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IFailureStore Store => _services.GetRequiredService<IFailureStore>();

    public async ValueTask InitializeAsync()
    {
        await _services.GetRequiredService<IStoreSetup>().PrepareAsync(Token);
        await _services.GetRequiredService<IBusControl>().StartAsync(Token);
        _worker.Start();
        _scheduler.Start();
        await Eventually.TrueAsync(
            async () => await BrokerNames.CountConsumersAsync($"{_name}-extract-claims", Token) > 0
                && await BrokerNames.CountConsumersAsync($"{_name}-dead-letters", Token) > 0,
            Patience,
            () => $"both take messages.\n{_worker.Log}\n{_scheduler.Log}",
            Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _scheduler.DisposeAsync();
        await _services.GetRequiredService<IBusControl>().StopAsync();
        await BrokerNames.DeleteAsync(_name);
        await _services.GetRequiredService<IMongoClient>().DropDatabaseAsync(_name);
        await _services.DisposeAsync();
        File.Delete(_done);
    }

    [Theory]
    [InlineData("stack overflow")]
    [InlineData("out of memory")]
    public async Task PaperThatKillsItsWorker_IsANamedDeadLetter_AndTakesNoneOfItsNeighboursAlong(string death)
    {
        await PublishAsync(death);

        await Eventually.TrueAsync(OverAsync, Patience, Describe, Token);

        var letter = Assert.Single(await Store.ListAsync(new(), 10, Token));
        Assert.Equal(
            (FailureState.Dead, FailureCause.DeliveryLimit, "PaperParsed", Poisoned, "extract-claims", $"{_name}-extract-claims"),
            (letter.State, letter.Cause, letter.Type, letter.PaperId, letter.Stage, letter.Queue));

        // Three deaths with its neighbours, and three alone: whoever is beside another's death once is not given up for it.
        Assert.StartsWith("Killed its worker 6 times", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(Papers - 1, Done().Count);
        Assert.DoesNotContain(Poisoned, Done());
        TestContext.Current.SendDiagnosticMessage($"{_deaths} deaths; {letter.Reason}");
    }

    private async Task<bool> OverAsync()
    {
        if (_worker.HasExited)
        {
            _deaths++;
            await _worker.KillAsync();
            _worker.Start();
        }

        return Done().Count == Papers - 1 && (await Store.ListAsync(new(), 1, Token)).Count > 0;
    }

    private HashSet<string> Done() => [.. File.ReadAllLines(_done)];

    private string Describe()
        => $"all are done: {Done().Count} of {Papers - 1}, {_deaths} deaths.\n{_worker.Log[..Math.Min(4_000, _worker.Log.Length)]}\n{_scheduler.Log}";

    private Task PublishAsync(string death)
    {
        var bus = _services.GetRequiredService<IBus>();
        return Task.WhenAll(Enumerable.Range(1, Papers).Select(number =>
        {
            var id = $"arxiv:2601.{number:00000}";
            return bus.PublishPaperParsedAsync(
                new() { PaperId = id, Revision = "r1", Title = id == Poisoned ? death : $"Paper {number}", Abstract = "We propose a method." }, Token);
        }));
    }
}
