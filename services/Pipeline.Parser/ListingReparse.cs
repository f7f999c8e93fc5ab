using System.Runtime.CompilerServices;
using MassTransit;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Contracts;
using Pipeline.Parser.Parsing;
using Pipeline.Parser.Reparsing;

namespace Pipeline.Parser;

/// <summary>Reads recorded listings again out of the archive, in the order in which they were obtained, and says what that changes.</summary>
/// <remarks>
/// A listing is compared first and stored only when something differs, so a second run over the same writes nothing, and a
/// run that was killed is simply started again.
/// </remarks>
public sealed class ListingReparse
{
    private readonly IListingArchive _archive;
    private readonly IListingStore _listings;
    private readonly IPaperStore _papers;
    private readonly ListingReader _reader;
    private readonly ListingImport _import;
    private readonly TimeProvider _time;

    internal ListingReparse(
        IListingArchive archive,
        IListingStore listings,
        IPaperStore papers,
        ListingReader reader,
        ListingImport import,
        TimeProvider time)
    {
        (_archive, _listings, _papers, _reader) = (archive, listings, papers, reader);
        (_import, _time) = (import, time);
    }

    /// <summary>Compares without writing.</summary>
    public IAsyncEnumerable<ReparsedListing> PreviewAsync(ListingQuery query, CancellationToken cancellationToken)
        => ReadAsync(query, bus: null, cancellationToken);

    /// <summary>Compares, stores what differs, and announces papers that wait for enrichment since. Each listing comes when it is stored.</summary>
    public IAsyncEnumerable<ReparsedListing> RunAsync(ListingQuery query, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bus);
        return ReadAsync(query, bus, cancellationToken);
    }

    private async IAsyncEnumerable<ReparsedListing> ReadAsync(
        ListingQuery query, IPublishEndpoint? bus, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listing in _listings.QueryAsync(query, cancellationToken))
        {
            yield return listing.State == ListingState.Fetched
                ? new() { Listing = listing, End = ReparseEnd.Waiting }
                : await ReadAsync(listing, bus, cancellationToken);
        }
    }

    private async Task<ReparsedListing> ReadAsync(Listing listing, IPublishEndpoint? bus, CancellationToken cancellationToken)
    {
        try
        {
            var comparison = new ListingComparison(listing);
            var compared = await CompareAsync(listing, comparison, cancellationToken);
            return bus is null ? compared : await StoreAsync(compared, comparison.Withdraws, bus, cancellationToken);
        }
        catch (ArchivedContentNotFoundException e)
        {
            return Failed(listing, $"its bytes are missing from the archive (SHA-256 {e.ContentHash}). Fetch or ingest it again.");
        }
        catch (IOException e)
        {
            return Failed(listing, $"the archive could not be read ({e.Message.TrimEnd('.')}). Check the disk and run it again.");
        }
    }

    private async Task<ReparsedListing> CompareAsync(Listing listing, ListingComparison comparison, CancellationToken cancellationToken)
    {
        await using var content = await _archive.OpenReadAsync(listing.ContentHash, cancellationToken);
        var reading = await _reader.OpenAsync(content, listing.Name, listing.Format, cancellationToken);
        if (reading.Refusal is { } refusal)
        {
            comparison.BreakOff(refusal);
        }

        await using var stored = new StoredPapers(_papers, listing, cancellationToken);
        await foreach (var entry in reading.Entries.WithCancellation(cancellationToken))
        {
            if (entry is ListingEntry.Listed(var paper))
            {
                comparison.Take(await stored.FindAsync(paper), paper);
            }
            else
            {
                comparison.Take(entry);
            }
        }

        if (comparison.Missing > 0)
        {
            await foreach (var paper in _papers.QueryAsync(new() { ListingId = listing.Id, Order = PaperOrder.Rank }, cancellationToken))
            {
                comparison.TakeFormer(paper);
            }
        }

        return comparison.Sum(reading.Format, _time.GetStoredNow());
    }

    private async Task<ReparsedListing> StoreAsync(
        ReparsedListing compared, bool withdraws, IPublishEndpoint bus, CancellationToken cancellationToken)
    {
        var listing = compared.Listing;
        if (compared.End == ReparseEnd.Changed || withdraws)
        {
            compared = compared with { Result = await _import.RunAsync(Message(listing), new(), bus, cancellationToken) };
        }
        else if (listing.Result?.ParserVersion == ListingReader.Version)
        {
            return compared;
        }

        var state = ListingTally.StateOf(compared.Result!);
        await _listings.SaveResultAsync(listing.Id, listing.FetchedAt, state, compared.Result!, cancellationToken);
        return compared;
    }

    private static ListingFetched Message(Listing listing) => new()
    {
        ListingId = listing.Id,
        SourceId = listing.SourceId,
        ContentHash = listing.ContentHash,
        Name = listing.Name,
        FetchedAt = listing.FetchedAt,
        Format = listing.Format,
    };

    private static ReparsedListing Failed(Listing listing, string failure) => new() { Listing = listing, End = ReparseEnd.Failed, Failure = failure };
}
