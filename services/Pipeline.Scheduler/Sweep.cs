using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Contracts;

namespace Pipeline.Scheduler;

/// <summary>Finds listings and papers whose message was lost, and dispatches them again. The store knows what is unfinished.</summary>
internal sealed class Sweep(
    IPaperStore papers, IListingStore listings, PausedStages paused, IBus bus, IOptions<SchedulerOptions> options, TimeProvider time)
{
    /// <summary>Dispatches what has waited for longer than <paramref name="after"/>.</summary>
    /// <returns>Listings and papers dispatched.</returns>
    public async Task<SweepResult> RunAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        // Both stores compare the time at which the work became due with this one.
        var due = time.GetStoredNow() - after;
        return new SweepResult(
            paused.Has(PipelineStage.Parse) ? 0 : await SweepListingsAsync(due, cancellationToken),
            paused.Has(PipelineStage.Claims) && paused.Has(PipelineStage.Topics) ? 0 : await SweepPapersAsync(due, cancellationToken));
    }

    private async Task<int> SweepListingsAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var taken = await listings.TakeUnparsedAsync(due, options.Value.SweepAgain, options.Value.SweepBatch, cancellationToken);
            await Task.WhenAll(taken.Select(listing => DispatchAsync(listing, cancellationToken)));
            total += taken.Count;
            if (taken.Count < options.Value.SweepBatch)
            {
                return total;
            }
        }
    }

    private async Task<int> SweepPapersAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var taken = await papers.TakePendingAsync(due, options.Value.SweepAgain, options.Value.SweepBatch, cancellationToken);
            await Task.WhenAll(taken.SelectMany(paper => Dispatch(paper, cancellationToken)));
            total += taken.Count;
            if (taken.Count < options.Value.SweepBatch)
            {
                return total;
            }
        }
    }

    private Task DispatchAsync(Listing listing, CancellationToken cancellationToken)
        => bus.PublishListingFetchedAsync(
            new ListingFetched
            {
                ListingId = listing.Id,
                SourceId = listing.SourceId,
                ContentHash = listing.ContentHash,
                Name = listing.Name,
                FetchedAt = listing.FetchedAt,
                Format = listing.Format,
            },
            cancellationToken);

    // What a paused stage did not take still waits in its queue; a second message would only lengthen it.
    private IEnumerable<Task> Dispatch(PendingPaper paper, CancellationToken cancellationToken)
    {
        if (paper.NeedsClaims && !paused.Has(PipelineStage.Claims))
        {
            yield return bus.PublishCommandAsync(
                new ExtractClaims { PaperId = paper.PaperId, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
                cancellationToken);
        }

        if (paper.NeedsTopics && !paused.Has(PipelineStage.Topics))
        {
            yield return bus.PublishCommandAsync(
                new ClassifyTopics { PaperId = paper.PaperId, Revision = paper.Revision, Title = paper.Title, Abstract = paper.Abstract },
                cancellationToken);
        }
    }
}

/// <summary>What a sweep dispatched.</summary>
/// <param name="Listings">Listings handed to the Parser again.</param>
/// <param name="Papers">Papers handed to a stage again.</param>
internal sealed record SweepResult(int Listings, int Papers);
