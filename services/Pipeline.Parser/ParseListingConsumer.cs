using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Contracts;

namespace Pipeline.Parser;

/// <summary>Reads a listing out of the archive, stores its papers, and announces those that wait for enrichment.</summary>
internal sealed class ParseListingConsumer(
    ListingImport import, IListingStore listings, ILogger<ParseListingConsumer> logger) : IConsumer<ListingFetched>
{
    public async Task Consume(ConsumeContext<ListingFetched> context)
    {
        var listing = context.Message;

        var result = await import.RunAsync(listing, context, context.CancellationToken);
        var state = result is { Papers: 0, Reason: not null } ? ListingState.Rejected : ListingState.Parsed;

        await listings.SaveResultAsync(listing.ListingId, listing.FetchedAt, state, result, context.CancellationToken);
        await context.PublishListingParsedAsync(
            new ListingParsed
            {
                ListingId = listing.ListingId,
                SourceId = listing.SourceId,
                FetchedAt = listing.FetchedAt,
                Papers = result.Papers,
                New = result.New,
                Changed = result.Changed,
                Rejected = result.Rejected,
                Reason = result.Reason,
            },
            context.CancellationToken);

        if (result.Reason is { } reason)
        {
            logger.BrokenOff(listing.Name, result.Papers, reason);
        }
        else
        {
            logger.Parsed(listing.Name, result.Papers, result.New, result.Changed, result.Rejected);
        }
    }
}
