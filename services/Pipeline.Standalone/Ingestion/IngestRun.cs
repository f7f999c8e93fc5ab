using MassTransit;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Fetcher;

namespace Pipeline.Standalone.Ingestion;

/// <summary>Takes one listing in and waits until its papers are enriched, by this process or by separate workers.</summary>
internal sealed class IngestRun(
    ListingIntake intake,
    IListingStore listings,
    IPaperStore papers,
    IBus bus,
    FaultLog faults,
    IOptions<StandaloneOptions> options,
    TimeProvider time)
{
    // The work goes on in other processes or on other threads, and the store alone says how far it is.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Counting reads the papers of the listing; it is for the eye, and shows that the Parser moves.
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(2);

    /// <summary>Ingests one input.</summary>
    public async Task<IngestOutcome> RunAsync(
        InputContent input, string? format, Func<IngestProgress, Task> report, CancellationToken cancellationToken)
    {
        await using var content = input.Content;
        var taken = await intake.TakeInAsync(content, input.SourceId, input.Name, format, cancellationToken);
        if (taken.Unchanged && await papers.CountPendingAsync(taken.Listing.Id, cancellationToken) == 0)
        {
            return await EndAsync(IngestEnd.Unchanged, taken.Listing.Id, problem: null, cancellationToken);
        }

        // Also when the bytes are known but papers are unfinished: the Parser then announces just those again.
        await bus.PublishListingFetchedAsync(taken.ToMessage(), cancellationToken);
        return await WaitAsync(taken.Listing, report, cancellationToken);
    }

    private async Task<IngestOutcome> WaitAsync(Listing taken, Func<IngestProgress, Task> report, CancellationToken cancellationToken)
    {
        IngestProgress? last = null;
        var since = time.GetTimestamp();
        var counted = since;
        var known = 0L;
        while (true)
        {
            var stored = (await listings.FindAsync(taken.Id, cancellationToken))!;
            var pending = await papers.CountPendingAsync(taken.Id, cancellationToken);
            if (stored.State == ListingState.Rejected)
            {
                return await EndAsync(IngestEnd.Refused, taken.Id, stored.Result?.Reason, cancellationToken);
            }

            if (stored.State == ListingState.Parsed && pending == 0)
            {
                return await EndAsync(IngestEnd.Done, taken.Id, stored.Result?.Reason, cancellationToken);
            }

            if (faults.First is { } fault)
            {
                return await EndAsync(IngestEnd.Unfinished, taken.Id, fault, cancellationToken);
            }

            if (time.GetElapsedTime(counted) >= CountEvery)
            {
                (known, counted) = ((await papers.SummariseAsync(taken.Id, cancellationToken)).Papers, time.GetTimestamp());
            }

            var now = new IngestProgress(stored.State != ListingState.Fetched, known, pending);
            if (now != last)
            {
                (last, since) = (now, time.GetTimestamp());
                await report(now);
            }
            else if (time.GetElapsedTime(since) >= options.Value.StallTimeout)
            {
                var stalled = $"nothing has moved for {options.Value.StallTimeout.TotalSeconds:0} s; the work is kept and goes on when the workers run";
                return await EndAsync(IngestEnd.Unfinished, taken.Id, stalled, cancellationToken);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<IngestOutcome> EndAsync(IngestEnd end, string listingId, string? problem, CancellationToken cancellationToken)
        => new(
            end,
            (await listings.FindAsync(listingId, cancellationToken))!,
            await papers.SummariseAsync(listingId, cancellationToken),
            problem);
}
