using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>The fetcher over one directory of its own, wired as in production but for archive, store and clock.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    public const string Source = "inbox";

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fetcher-");
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly ServiceProvider _provider;
    private readonly PublishedMessages _published = new();
    private readonly IBusControl _bus;

    private Inbox(params (string Key, string Value)[] settings)
    {
        var values = settings
            .Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))
            .Append(new("Retry:Limit", "1"))
            .Append(new("Retry:Delay", "00:00:00.010"))
            .Append(new($"Fetcher:Directories:{Source}", _directory.FullName));
        Listings = new(Archive);
        _provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IListingArchive>(Archive)
            .AddSingleton<IListingStore>(Listings)
            .AddSingleton<ILogger<FetchSourceConsumer>>(Log)
            .AddFetcher()
            .AddLogging()
            .AddInMemoryMessaging(bus => bus.AddFetcherConsumers())
            .BuildServiceProvider(validateScopes: true);
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(_published);
    }

    public FakeArchive Archive { get; } = new();

    public FakeListingStore Listings { get; }

    public RecordingLogger<FetchSourceConsumer> Log { get; } = new();

    /// <summary>Listings announced so far, in order.</summary>
    public IReadOnlyList<ListingFetched> Messages => _published.Of<ListingFetched>();

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Announced => [.. Messages.Select(message => message.Name)];

    public static async Task<Inbox> StartAsync(params (string Key, string Value)[] settings)
    {
        var inbox = new Inbox(settings);
        await inbox._bus.StartAsync(TestContext.Current.CancellationToken);
        return inbox;
    }

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public void Put(string name, string content) => File.WriteAllText(PathOf(name), content);

    /// <summary>Fetches a source and waits until the message is acknowledged.</summary>
    /// <exception cref="Exception">The last attempt's, when the fetch failed for good.</exception>
    public async Task FetchAsync(string source = Source)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        var outcome = new FetchOutcome();
        using var connection = _bus.ConnectConsumeMessageObserver(outcome);
        await _bus.Publish(new FetchSource { RunId = NewId.NextGuid(), SourceId = source }, TestContext.Current.CancellationToken);
        await outcome.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>Plays the Parser: every listing obtained so far has been read.</summary>
    public async Task ParseAllAsync()
    {
        foreach (var listing in Listings.All.ToList())
        {
            var result = new ListingResult { ParsedAt = _time.GetUtcNow(), ParserVersion = "parser/1" };
            await Listings.SaveResultAsync(listing.Id, listing.FetchedAt, ListingState.Parsed, result, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
