using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.Contracts;

namespace Pipeline.Scheduler;

/// <summary>Finds listings and papers whose message was lost, and dispatches them again. The store knows what is unfinished.</summary>
/// <remarks>
/// A paper that failed lately has lost nothing: the retry ledger or a person has its message. A second one would fail as the first did, and one that
/// kills its worker would do so again and again. Later, lest anything be forgotten for ever, it is dispatched like any other.
/// </remarks>
internal sealed class Sweep(
    IPaperStore papers,
    IListingStore listings,
    IFailureStore failures,
    PausedStages paused,
    IBus bus,
    IOptions<SchedulerOptions> options,
    TimeProvider time)
{
    // An outage fails many more; those that failed last are the ones to leave alone.
    private const int MostFailures = 1000;

    /// <summary>How long after it failed a paper is left to the retry ledger and the dead letters.</summary>
    internal static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <summary>Dispatches what has waited for longer than <paramref name="after"/>.</summary>
    /// <param name="after">The wait. After none at all, papers that failed lately are dispatched, too: their messages may have ended with the process.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Listings and papers dispatched.</returns>
    public async Task<SweepResult> RunAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        // Both stores compare the time at which the work became due with this one.
        var due = time.GetStoredNow() - after;
        var listed = paused.Has(PipelineStage.Parse) ? 0 : await SweepListingsAsync(due, cancellationToken);
        if (paused.Has(PipelineStage.Claims) && paused.Has(PipelineStage.Topics))
        {
            return new(listed, 0);
        }

        return new(listed, await SweepPapersAsync(due, leaveFailed: after > TimeSpan.Zero, cancellationToken));
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

    private async Task<HashSet<string>> FailedLatelyAsync(CancellationToken cancellationToken)
    {
        var since = time.GetStoredNow() - Lately;
        var open = await failures.ListAsync(new() { States = [FailureState.Waiting, FailureState.Sent, FailureState.Dead] }, MostFailures, cancellationToken);
        return open.Where(failure => failure.LastFailedAt > since).Select(failure => failure.PaperId).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private async Task<int> SweepPapersAsync(DateTimeOffset due, bool leaveFailed, CancellationToken cancellationToken)
    {
        var total = 0;
        HashSet<string>? failed = leaveFailed ? null : [];
        while (true)
        {
            var taken = await papers.TakePendingAsync(due, options.Value.SweepAgain, options.Value.SweepBatch, cancellationToken);
            if (taken.Count == 0)
            {
                return total;
            }

            failed ??= await FailedLatelyAsync(cancellationToken);
            var lost = taken.Where(paper => !failed.Contains(paper.PaperId)).ToList();
            await Task.WhenAll(lost.SelectMany(paper => Dispatch(paper, cancellationToken)));
            total += lost.Count;
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
