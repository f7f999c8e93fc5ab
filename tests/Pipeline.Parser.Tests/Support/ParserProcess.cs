using System.Text;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>The parser, wired as in production but for archive, stores and clock.</summary>
internal sealed class ParserProcess : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IBusControl _bus;

    private ParserProcess((string Key, string Value)[] settings, ListingReader? reader = null)
    {
        var values = settings
            .Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))
            .Append(new("Retry:Limit", "1"))
            .Append(new("Retry:Delay", "00:00:00.010"));
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IListingArchive>(Archive)
            .AddSingleton<IListingStore>(Listings)
            .AddSingleton<IPaperStore>(Papers)
            .AddParser()
            .AddInMemoryMessaging(bus => bus.AddParserConsumers());
        if (reader is not null)
        {
            services.AddSingleton(reader);
        }

        _provider = services.BuildServiceProvider(validateScopes: true);
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(Published);
    }

    public FakeArchive Archive { get; } = new();

    public FakeListingStore Listings { get; } = new();

    public FakePaperStore Papers { get; } = new();

    public SkippingTime Time { get; } = new();

    public PublishedMessages Published { get; } = new();

    /// <summary>Titles of the papers announced so far, in ordinal order.</summary>
    public IEnumerable<string> Announced => Published.Of<PaperParsed>().Select(paper => paper.Title).Order(StringComparer.Ordinal);

    public static Task<ParserProcess> StartAsync(params (string Key, string Value)[] settings) => StartAsync(new ParserProcess(settings));

    /// <summary>Starts a parser that reads every listing as the reader says.</summary>
    public static Task<ParserProcess> StartAsync(ListingReader reader, params (string Key, string Value)[] settings)
        => StartAsync(new ParserProcess(settings, reader));

    private static async Task<ParserProcess> StartAsync(ParserProcess process)
    {
        await process._bus.StartAsync(TestContext.Current.CancellationToken);
        return process;
    }

    /// <summary>Plays the Fetcher: the bytes are archived and the listing waits.</summary>
    public async Task<ListingFetched> FetchAsync(string content, string id = "listing-1")
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var archived = await Archive.SaveAsync(stream, TestContext.Current.CancellationToken);
        var listing = new Listing
        {
            Id = id,
            SourceId = "inbox",
            ContentHash = archived.ContentHash,
            ContentLength = archived.Length,
            Name = "papers",
            FetchedAt = SkippingTime.Noon,
        };
        await Listings.SaveFetchedAsync(listing, TestContext.Current.CancellationToken);
        return new()
        {
            ListingId = listing.Id,
            SourceId = listing.SourceId,
            ContentHash = listing.ContentHash,
            Name = listing.Name,
            FetchedAt = listing.FetchedAt,
        };
    }

    /// <summary>Delivers a listing and waits until it is acknowledged.</summary>
    /// <exception cref="Exception">The last attempt's, when it failed for good.</exception>
    public async Task ParseAsync(ListingFetched listing)
    {
        var end = new ParseEnd();
        using var connection = _bus.ConnectConsumeMessageObserver(end);
        await _bus.PublishListingFetchedAsync(listing, TestContext.Current.CancellationToken);
        await end.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
    }
}
