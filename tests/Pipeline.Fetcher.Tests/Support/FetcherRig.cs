using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Network;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Contracts;
using Pipeline.Fetcher.Http;
using Pipeline.Fetcher.Kinds;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>The fetcher as in production, but for stores and clock, beside an origin that plays its source.</summary>
internal sealed class FetcherRig : IAsyncDisposable
{
    /// <summary>A Thursday.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _provider;
    private readonly PublishedMessages _published = new();
    private readonly IBusControl _bus;

    private FetcherRig(TestOrigin origin, INetwork? network, ISourceReader? reader, (string Key, string Value)[] settings)
    {
        Origin = origin;
        Listings = new(Archive);
        Cache = new(Listings);
        Budget = new(Time);
        var values = settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).Append(new("Retry:Limit", "1")).Append(new("Retry:Delay", "00:00:00.010"));
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IListingArchive>(Archive)
            .AddSingleton<IListingStore>(Listings)
            .AddSingleton<IFetchRunStore>(Runs)
            .AddSingleton<ISourceStore>(Sources)
            .AddSingleton<IFetchCache>(Cache)
            .AddSingleton<IHostBudget>(Budget)
            .AddSingleton<ILogger<DirectoryReader>>(FileLog)
            .AddSingleton<ILogger<HttpTransport>>(HttpLog)
            .AddFetcher()
            .AddLogging()
            .AddInMemoryMessaging(bus => bus.AddFetcherConsumers());
        if (network is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(network));
        }

        if (reader is not null)
        {
            services.RemoveAll<ISourceReader>().AddSingleton(reader);
        }

        _provider = services.BuildServiceProvider(validateScopes: true);
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(_published);
    }

    public TestOrigin Origin { get; }

    public SteppingTime Time { get; } = new(Noon);

    public FakeArchive Archive { get; } = new();

    public FakeListingStore Listings { get; }

    public FakeRunStore Runs { get; } = new();

    public FakeSourceStore Sources { get; } = new();

    public FakeFetchCache Cache { get; }

    public FakeHostBudget Budget { get; }

    public RecordingLogger<DirectoryReader> FileLog { get; } = new();

    public RecordingLogger<HttpTransport> HttpLog { get; } = new();

    /// <summary>Listings announced so far, in order.</summary>
    public IReadOnlyList<ListingFetched> Announced => _published.Of<ListingFetched>();

    public AddressFetch AddressFetch => _provider.GetRequiredService<AddressFetch>();

    public static async Task<FetcherRig> StartAsync(params (string Key, string Value)[] settings) => await StartAsync(_ => null, settings);

    /// <summary>Starts it on a network of its own.</summary>
    public static async Task<FetcherRig> StartAsync(Func<TestOrigin, INetwork?> network, params (string Key, string Value)[] settings)
    {
        var origin = await TestOrigin.StartAsync(TestContext.Current.CancellationToken);
        return await StartAsync(new FetcherRig(origin, network(origin), reader: null, settings));
    }

    /// <summary>Starts it with a reader of its own for all kinds of sources.</summary>
    public static async Task<FetcherRig> StartAsync(ISourceReader reader)
        => await StartAsync(new FetcherRig(await TestOrigin.StartAsync(TestContext.Current.CancellationToken), network: null, reader, []));

    /// <summary>A source at the origin, without a pause between requests.</summary>
    public SourceDefinition Source(SourceKind kind, string path = "") => new()
    {
        Id = "papers",
        Kind = kind,
        Address = Origin.Address + path,
        AllowHttp = true,
        AllowPrivateHosts = true,
        RequestInterval = TimeSpan.Zero,
        Query = "cat:cs.CL",
        Set = "cs",
    };

    /// <summary>Asks for a source's run and waits until the message is acknowledged.</summary>
    public async Task<FetchRun> FetchAsync(SourceDefinition source, DateOnly? from = null, DateOnly? to = null)
    {
        await Sources.SaveAsync(source, CancellationToken.None);
        return await DeliverAsync(new() { RunId = NewId.NextGuid(), SourceId = source.Id, From = from, To = to ?? from });
    }

    /// <summary>Delivers the message of a run again, when it is due.</summary>
    public Task<FetchRun> RedeliverAsync(FetchRun run)
    {
        if (!run.HasEnded && run.DueAt > Time.GetUtcNow())
        {
            Time.SetUtcNow(run.DueAt);
        }

        return DeliverAsync(new() { RunId = run.Id, SourceId = run.SourceId, From = run.From, To = run.To });
    }

    /// <summary>Delivers a message and waits until it is acknowledged.</summary>
    /// <exception cref="Exception">The last attempt's, when the delivery failed for good.</exception>
    public async Task<FetchRun> DeliverAsync(FetchSource message)
    {
        var outcome = new FetchOutcome();
        using var connection = _bus.ConnectConsumeMessageObserver(outcome);
        await _bus.Publish(message, TestContext.Current.CancellationToken);
        await outcome.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return (await Runs.FindAsync(message.RunId, CancellationToken.None))!;
    }

    /// <summary>Plays the Parser: every listing obtained so far has been read.</summary>
    public async Task ParseAllAsync()
    {
        foreach (var listing in Listings.All.ToList())
        {
            var result = new ListingResult { ParsedAt = Time.GetUtcNow(), ParserVersion = "parser/1" };
            await Listings.SaveResultAsync(listing.Id, listing.FetchedAt, ListingState.Parsed, result, CancellationToken.None);
        }
    }

    private static async Task<FetcherRig> StartAsync(FetcherRig rig)
    {
        await rig._bus.StartAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
        await Origin.DisposeAsync();
    }
}
