using MassTransit;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.Parser;
using Pipeline.Parser.Reparsing;

namespace Pipeline.Standalone.Reparsing;

/// <summary>Reads the archive again, listing by listing, and says how far it has come.</summary>
internal sealed class ReparseRun(ListingReparse reparse, IListingStore listings, TimeProvider time)
{
    /// <summary>Reads every listing asked for.</summary>
    /// <param name="query">Which listings.</param>
    /// <param name="bus">Where to announce papers that wait for enrichment; null compares without writing.</param>
    /// <param name="take">Takes each listing as it is done.</param>
    /// <param name="report">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops between two listings, or within one.</param>
    public async Task<ReparseTotals> RunAsync(
        ListingQuery query, IPublishEndpoint? bus, Func<ReparsedListing, Task> take, Action<string> report, CancellationToken cancellationToken)
    {
        report("counting");
        var estimate = await CountAsync(query, cancellationToken);
        var started = time.GetTimestamp();
        var totals = new ReparseTotals();
        var read = bus is null ? reparse.PreviewAsync(query, cancellationToken) : reparse.RunAsync(query, bus, cancellationToken);
        report(estimate.Text(TimeSpan.Zero));
        await foreach (var listing in read)
        {
            totals.Add(listing);
            await take(listing);
            estimate.Done(listing.Listing.ContentLength);
            report(estimate.Text(time.GetElapsedTime(started)));
        }

        return totals;
    }

    private async Task<ReparseEstimate> CountAsync(ListingQuery query, CancellationToken cancellationToken)
    {
        var (count, bytes) = (0, 0L);
        await foreach (var listing in listings.QueryAsync(query, cancellationToken))
        {
            (count, bytes) = (count + 1, bytes + listing.ContentLength);
        }

        return new(count, bytes);
    }
}
