using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Tests.Support;
using Pipeline.Testing;

namespace Pipeline.BuildingBlocks.Tests.Pausing;

public sealed class PauseWatchTests : BrokerTests
{
    // On a broker each consumer has a second queue.
    private const int QueueAndQuarantine = 2;

    private static readonly StagePause Claims = new() { Stage = PipelineStage.Claims, Since = DateTimeOffset.UnixEpoch, By = "ann at kite" };

    private readonly FakePauseStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_OfAPausedStage_KeepsItsMessagesUntilItGoesOn_WhileOtherStagesWork()
    {
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, Add, ("Pausing:Every", "00:00:00.100"));
        await bus.Service<PauseWatch>().StartAsync(Token);
        await _store.PauseAsync(Claims, Token);
        await bus.UntilAsync(() => bus.Stops == QueueAndQuarantine, "the queues did not stop");

        await bus.PublishAsync(Some.PaperParsed(1), Some.PaperParsed(2));
        await bus.Control.PublishListingFetchedAsync(Some.ListingFetched("listing-1"), Token);
        await bus.UntilAsync(() => bus.Listings.Done.Count == 1, "the other stage did not work");
        await UntilWaitingAsync(2);
        Assert.Empty(bus.Enrichment.Saved);

        await _store.ResumeAsync(PipelineStage.Claims, Token);
        await bus.UntilAsync(() => bus.Enrichment.Saved.Count == 2, "the stage did not go on");
        await bus.Service<PauseWatch>().StopAsync(Token);
    }

    [Fact]
    public async Task Queue_OfAStageThatIsPausedBeforeTheStart_IsStoppedToo()
    {
        await _store.PauseAsync(Claims, Token);
        await using var bus = await TestBus.StartInMemoryAsync(Add, ("Pausing:Every", "00:00:00.100"));

        await bus.Service<PauseWatch>().StartAsync(Token);

        Assert.True(bus.Service<PausedStages>().Has(PipelineStage.Claims));
        Assert.False(bus.Service<PausedStages>().Has(PipelineStage.Topics));
        await bus.UntilAsync(() => bus.Stops == 1, "the queue did not stop");
        await bus.Service<PauseWatch>().StopAsync(Token);
    }

    [Fact]
    public async Task Queue_WhileTheStoreIsAway_StaysAsItWas()
    {
        await _store.PauseAsync(Claims, Token);
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, Add, ("Pausing:Every", "00:00:00.100"));
        await bus.Service<PauseWatch>().StartAsync(Token);
        await bus.UntilAsync(() => bus.Stops == QueueAndQuarantine, "the queues did not stop");

        _store.Away = true;
        await bus.PublishAsync(Some.PaperParsed(1));
        await bus.UntilAsync(() => _store.Failures > 2, "nobody asked");
        await UntilWaitingAsync(1);
        Assert.Empty(bus.Enrichment.Saved);

        await _store.ResumeAsync(PipelineStage.Claims, Token);
        _store.Away = false;
        await bus.UntilAsync(() => bus.Enrichment.Saved.Count == 1, "the stage did not go on");
        await bus.Service<PauseWatch>().StopAsync(Token);
    }

    [Fact]
    public async Task Pause_WhileTheBrokerIsAway_EndsNoProcess_AndHoldsOnceItIsBack()
    {
        await using var line = NetworkLine.To(RealParts.RabbitMq);
        var address = new UriBuilder(RealParts.RabbitMq) { Host = "127.0.0.1", Port = line.Port }.Uri.ToString();
        await using var bus = await TestBus.StartRabbitMqAsync(Prefix, Add, ("Pausing:Every", "00:00:00.100"), ("Broker:Address", address));
        var watch = bus.Service<PauseWatch>();
        await watch.StartAsync(Token);

        line.Cut();
        await _store.PauseAsync(Claims, Token);
        await bus.UntilAsync(() => bus.Service<PausedStages>().Has(PipelineStage.Claims), "nobody saw the pause");
        line.Mend();
        await UntilConsumersAsync(0);
        Assert.False(watch.ExecuteTask!.IsCompleted);

        line.Cut();
        await _store.ResumeAsync(PipelineStage.Claims, Token);
        await bus.UntilAsync(() => !bus.Service<PausedStages>().Has(PipelineStage.Claims), "nobody saw the end of the pause");
        line.Mend();
        await UntilConsumersAsync(1);
        Assert.False(watch.ExecuteTask!.IsCompleted);
        await watch.StopAsync(Token);
    }

    [Fact]
    public async Task Queue_ThatFailsToStop_IsStoppedAtTheNextLook()
    {
        var queue = FakeEndpoint.At("rabbitmq://broker/extract-claims", failingStops: 1);
        await _store.PauseAsync(Claims, Token);
        using var watch = new PauseWatch(
            _store,
            new(),
            [StageQueues.Of(PipelineStage.Claims, typeof(ExtractClaimsConsumer))],
            Options.Create(new PauseOptions { Every = TimeSpan.FromMilliseconds(100) }),
            TimeProvider.System,
            NullLogger<PauseWatch>.Instance);
        await watch.StartAsync(Token);

        await watch.Ready(queue.Ready());

        await Eventually.TrueAsync(() => Task.FromResult(queue.Stops == 2), TimeSpan.FromSeconds(20), () => $"stopped at the second try; {queue.Stops} tries", Token);
        await watch.StopAsync(Token);
    }

    private Task UntilConsumersAsync(long consumers)
        => Eventually.TrueAsync(
            async () => await BrokerNames.CountConsumersAsync($"{Prefix}-extract-claims", Token) == consumers && await BrokerNames.CountConsumersAsync($"{Prefix}-parse-listing", Token) == 1,
            TimeSpan.FromMinutes(1),
            () => $"{consumers} consumers of the stage, and the other at work",
            Token);

    private void Add(IServiceCollection services)
        => services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IPauseStore>(_store)
            .AddStageQueues(StageQueues.Of(PipelineStage.Claims, typeof(ExtractClaimsConsumer)))
            .AddPausing();

    private Task UntilWaitingAsync(uint messages)
        => Eventually.TrueAsync(
            async () => await Queues.CountAsync($"{Prefix}-extract-claims") == messages, TimeSpan.FromSeconds(20), () => $"{messages} messages wait", Token);
}
