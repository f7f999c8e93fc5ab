using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Stores in memory, a bus that keeps what is published, and as many replicas of the Scheduler over them as a test asks for.</summary>
internal sealed class SourceFixture : IAsyncDisposable
{
    private readonly ServiceProvider _provider = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddInMemoryMessaging(_ => { })
        .BuildServiceProvider(validateScopes: true);

    private readonly IBusControl _bus;
    private readonly PublishedMessages _published = new();

    private SourceFixture()
    {
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(_published);
        Catalogue = new(Microsoft.Extensions.Options.Options.Create(new SourcesOptions()), Sources);
        Coverage = new(Sources, Runs, Listings, Time);
        Requests = new(Runs, _bus, Settings, Time);
        Waiting = new(Runs, Time);
        Backfills = new(Runs, Coverage, Settings, Time);
    }

    public FakeSourceStore Sources { get; } = new();

    public FakeFetchRunStore Runs { get; } = new();

    public FakeListingStore Listings { get; } = new();

    public FakePaperStore Papers { get; } = new();

    public FakeTimeProvider Time { get; } = new(Some.Noon);

    public SchedulerOptions Options { get; } = new() { RedispatchAfter = TimeSpan.FromMinutes(5), MaxPending = 100 };

    public SourceCatalogue Catalogue { get; }

    public CoverageReader Coverage { get; }

    public SourceRuns Requests { get; }

    public WaitingRuns Waiting { get; }

    public SourceBackfills Backfills { get; }

    /// <summary>The fetches asked for, in order.</summary>
    public IReadOnlyList<FetchSource> Fetches => _published.Of<FetchSource>();

    private IOptions<SchedulerOptions> Settings => Microsoft.Extensions.Options.Options.Create(Options);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SourceFixture> StartAsync(params SourceDefinition[] sources)
    {
        var fixture = new SourceFixture();
        await fixture._bus.StartAsync(Token);
        foreach (var source in sources)
        {
            await fixture.Sources.SaveAsync(source, Token);
        }

        return fixture;
    }

    public SlotClaims Claims(RecordingLogger<SlotClaims>? logger = null)
        => new(Catalogue, Sources, Runs, Coverage, Settings, Time, logger ?? new());

    public RunDispatch Dispatch() => new(Catalogue, Sources, Runs, Papers, _bus, Settings, Time, NullLogger<RunDispatch>.Instance);

    public BackfillSteps Steps() => new(Catalogue, Sources, Runs, Coverage, Settings, Time, NullLogger<BackfillSteps>.Instance);

    public RunWatch Watch(RecordingLogger<RunWatch> logger) => new(Catalogue, Runs, logger);

    /// <summary>Ends a run as the Fetcher would.</summary>
    public Task EndAsync(FetchRun run, RunState state = RunState.Done, string? reason = null)
        => Runs.UpdateAsync(run with { State = state, Reason = reason, EndedAt = Time.GetUtcNow() }, Token);

    /// <summary>Records complete answers for days, given after their end, with nothing listed.</summary>
    public Task AnswerAsync(SourceDefinition source, string first, int days, bool complete = true)
        => Sources.SaveAnswersAsync(
            [.. Enumerable.Range(0, days).Select(number => Some.Day(first).AddDays(number)).Select(day => new DayAnswer
            {
                SourceId = source.Id,
                Day = day,
                RunId = Guid.Empty,
                At = source.EndOf(day),
                Complete = complete,
            })],
            Token);

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
    }
}
