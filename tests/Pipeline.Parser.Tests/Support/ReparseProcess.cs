using System.Text;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Reparsing;

namespace Pipeline.Parser.Tests.Support;

/// <summary>The parser with an archive that has been read before, wired as in production but for stores, clock and formats.</summary>
internal sealed class ReparseProcess : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly IBusControl _bus;

    private ReparseProcess()
    {
        _provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IListingArchive>(Archive)
            .AddSingleton<IListingStore>(Listings)
            .AddSingleton<IPaperStore>(Papers)
            .AddParser()
            .AddSingleton(new ListingReader([Format]))
            .AddInMemoryMessaging(_ => { })
            .BuildServiceProvider(validateScopes: true);
        _bus = _provider.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(Published);
    }

    public FakeArchive Archive { get; } = new();

    public FakeListingStore Listings { get; } = new();

    public MergingPaperStore Papers { get; } = new();

    public ScriptedFormat Format { get; } = new();

    public SkippingTime Time { get; } = new();

    public PublishedMessages Published { get; } = new();

    /// <summary>Titles of the papers announced since the last first reading, in ordinal order.</summary>
    public IEnumerable<string> Announced => Published.Of<PaperParsed>().Select(paper => paper.Title).Order(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ReparseProcess> StartAsync()
    {
        var process = new ReparseProcess();
        await process._bus.StartAsync(Token);
        return process;
    }

    /// <summary>A paper in a listing.</summary>
    public static ListingEntry Paper(int number, string? title = null, string? @abstract = null, IReadOnlyList<string>? authors = null)
    {
        var id = $"arxiv:2409.{90000 + number}";
        return new ListingEntry.Listed(new()
        {
            Id = id,
            Aliases = [id],
            Title = title ?? Some.Title(number),
            Abstract = @abstract ?? Some.AbstractOf(number),
            Authors = authors ?? ["Ada Lovelace"],
        });
    }

    /// <summary>Plays a listing that was obtained and, unless it is to wait, read once.</summary>
    public async Task GivenAsync(string id, int minutes, IReadOnlyList<ListingEntry> entries, string source = "inbox", bool waits = false)
    {
        Format.Reads(id, entries);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(id));
        var archived = await Archive.SaveAsync(content, Token);
        var listing = new Listing
        {
            Id = id, SourceId = source, ContentHash = archived.ContentHash, ContentLength = archived.Length, Name = id,
            FetchedAt = SkippingTime.Noon.AddMinutes(minutes),
        };
        await Listings.SaveFetchedAsync(listing, Token);
        if (!waits)
        {
            var message = new ListingFetched
            {
                ListingId = id, SourceId = source, ContentHash = listing.ContentHash, Name = id, FetchedAt = listing.FetchedAt,
            };
            var result = await _provider.GetRequiredService<ListingImport>().RunAsync(message, new(), _bus, Token);
            await Listings.SaveResultAsync(id, listing.FetchedAt, ListingTally.StateOf(result), result, Token);
            Published.Clear();
        }
    }

    public ValueTask<List<ReparsedListing>> RunAsync(ListingQuery? query = null) => Reparse.RunAsync(query ?? new(), _bus, Token).ToListAsync(Token);

    /// <summary>Stops after the first listing.</summary>
    public ValueTask<ReparsedListing> RunFirstAsync() => Reparse.RunAsync(new(), _bus, Token).FirstAsync(Token);

    public ValueTask<List<ReparsedListing>> PreviewAsync() => Reparse.PreviewAsync(new(), Token).ToListAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _provider.DisposeAsync();
    }

    private ListingReparse Reparse => _provider.GetRequiredService<ListingReparse>();
}
