using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Telemetry;
using Pipeline.Contracts;

namespace Pipeline.Parser;

/// <summary>Reads a listing out of the archive, stores its papers, and announces those that wait for enrichment.</summary>
internal sealed class ParseListingConsumer(
    ListingImport import, IListingStore listings, IPaperStore papers, IOptions<ParserOptions> options, ILogger<ParseListingConsumer> logger)
    : IConsumer<ListingFetched>
{
    public async Task Consume(ConsumeContext<ListingFetched> context)
    {
        var listing = context.Message;
        using var scope = logger.BeginKnown(LogScopes.SourceId, listing.SourceId);
        using var span = PipelineSpans.Start(StageNames.Parse, "source.id", listing.SourceId)?.SetTag("listing.id", listing.ListingId);

        if (await FindDoneAsync(listing, context.CancellationToken) is { } done)
        {
            await PublishAsync(context, done);
            return;
        }

        var result = await import.RunAsync(listing, context.Attempt(), context, context.CancellationToken);
        await listings.SaveResultAsync(listing.ListingId, listing.FetchedAt, ListingTally.StateOf(result), result, context.CancellationToken);
        await PublishAsync(context, result);
        PipelineMeter.CountParsed(listing.SourceId, result.Reason is null, result.New, result.Changed, result.Unchanged, result.Rejected);
        if (result.Reason is { } reason)
        {
            logger.BrokenOff(listing.Name, result.Papers, reason);
        }
        else
        {
            logger.Parsed(listing.Name, result.Papers, result.New, result.Changed, result.Rejected);
        }
    }

    // Delivered again after its end: every paper was announced before the result was saved, so only the last event may be
    // missing. Where the announcements ended with their process, it is read again, which announces just what is unfinished.
    private async Task<ListingResult?> FindDoneAsync(ListingFetched listing, CancellationToken cancellationToken)
    {
        var stored = await listings.FindAsync(listing.ListingId, cancellationToken);
        return stored is { State: not ListingState.Fetched } && stored.FetchedAt == listing.FetchedAt
            && (!options.Value.AnnounceAgain || await papers.CountPendingAsync(listing.ListingId, cancellationToken) == 0)
                ? stored.Result
                : null;
    }

    private static Task PublishAsync(ConsumeContext<ListingFetched> context, ListingResult result)
        => context.PublishListingParsedAsync(
            new ListingParsed
            {
                ListingId = context.Message.ListingId,
                SourceId = context.Message.SourceId,
                FetchedAt = context.Message.FetchedAt,
                Papers = result.Papers,
                New = result.New,
                Changed = result.Changed,
                Rejected = result.Rejected,
                Reason = result.Reason,
            },
            context.CancellationToken);
}
