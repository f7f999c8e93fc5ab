using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.Contracts;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>A run over papers in memory whose claims were made by version 1 and are expected by version 2; three are on their way at a time.</summary>
internal sealed class ReprocessFixture : IAsyncDisposable
{
    private readonly ServiceProvider _provider = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddInMemoryMessaging(_ => { })
        .BuildServiceProvider(validateScopes: true);

    private readonly IBusControl _bus;
    private readonly PublishedMessages _published = new();

    private ReprocessFixture()
    {
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(_published);
        Runs = new(Store, Time);
        Steps = new(Store, Papers, _bus, Microsoft.Extensions.Options.Options.Create(Options), Time, NullLogger<ReprocessSteps>.Instance);
    }

    public FakeReprocessStore Store { get; } = new();

    /// <summary>Says how many fresh papers wait.</summary>
    public FakePaperStore Papers { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Noon);

    public SchedulerOptions Options { get; } = new() { RedispatchAfter = TimeSpan.FromMinutes(5), ReprocessInFlight = 3, ReprocessAttempts = 2 };

    public ReprocessRuns Runs { get; }

    public ReprocessSteps Steps { get; }

    /// <summary>The papers sent to the claim stage, in order.</summary>
    public IReadOnlyList<string> Sent => [.. _published.Of<ExtractClaims>().Select(command => command.PaperId)];

    public IReadOnlyList<ClassifyTopics> SentToTopics => _published.Of<ClassifyTopics>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ReprocessFixture> StartAsync(int papers)
    {
        var fixture = new ReprocessFixture();
        await fixture._bus.StartAsync(Token);
        for (var number = 1; number <= papers; number++)
        {
            fixture.Store.Put(Some.Enriched(number));
        }

        return fixture;
    }

    public Task<ReprocessRun> BeginAsync(EnrichmentStage stage = EnrichmentStage.Claims)
        => Runs.StartAsync(new() { Stage = stage }, Some.Version("2"), shadow: false, Token);

    /// <summary>One step of the run as it is stored, as a Scheduler with nothing in memory would do it.</summary>
    public async Task<ReprocessRun> StepAsync(ReprocessRun run)
    {
        await Steps.RunAsync(Store.Get(run.Id), Token);
        return Store.Get(run.Id);
    }

    /// <summary>Does a paper as the claim stage would.</summary>
    public void Enrich(int number, string version = "2", double confidence = 0.5)
        => Store.Put(Some.Enriched(number, version, confidence));

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
    }
}
