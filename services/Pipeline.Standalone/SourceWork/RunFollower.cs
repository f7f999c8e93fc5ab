using System.Globalization;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Listings;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Ingestion;

namespace Pipeline.Standalone.SourceWork;

/// <summary>Waits for a run, and for its listings to be read and enriched, by this process or by separate workers.</summary>
internal sealed class RunFollower(
    IFetchRunStore runs,
    ISourceStore sources,
    IListingStore listings,
    IPaperStore papers,
    ListingTracker tracker,
    FaultLog faults,
    IOptions<StandaloneOptions> options,
    TimeProvider time)
{
    // The work goes on in other processes or on other threads, and the store alone says how far it is.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // A request may take so long without anything to see, unless its source says otherwise.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    /// <summary>Waits until everything of a run is enriched, or nothing moves any more.</summary>
    /// <param name="source">The source.</param>
    /// <param name="run">The run.</param>
    /// <param name="report">Told what goes on, in words.</param>
    /// <param name="cancellationToken">Stops the wait; the run goes on.</param>
    public async Task<RunOutcome> WaitAsync(SourceDefinition source, FetchRun run, Action<string> report, CancellationToken cancellationToken)
    {
        var (ended, problem) = await WaitForEndAsync(source, run, report, cancellationToken);
        if (problem is null && ended.State == RunState.Done)
        {
            problem = await WaitForPapersAsync(ended, report, cancellationToken);
        }

        return new RunOutcome(ended, await FindListingsAsync(ended, cancellationToken), problem);
    }

    private async Task<(FetchRun Run, string? Problem)> WaitForEndAsync(
        SourceDefinition source, FetchRun run, Action<string> report, CancellationToken cancellationToken)
    {
        var patience = options.Value.StallTimeout + (source.AttemptTimeout ?? LongestRequest);
        var since = time.GetTimestamp();
        while (true)
        {
            var now = await runs.FindAsync(run.Id, cancellationToken) ?? run;
            if (now.HasEnded)
            {
                return (now, null);
            }

            if (now != run)
            {
                (run, since) = (now, time.GetTimestamp());
                report(Describe(run));
            }

            if (faults.First is { } fault)
            {
                return (run, fault);
            }

            if (run.State == RunState.Waiting && run.Reason is { } reason && run.DueAt - time.GetUtcNow() > options.Value.StallTimeout)
            {
                return (run, string.Create(CultureInfo.InvariantCulture, $"it waits until {run.DueAt:yyyy-MM-dd HH:mm:ss} UTC ({reason}) and goes on when the pipeline runs then"));
            }

            if (time.GetElapsedTime(since) > patience)
            {
                return (run, $"nothing has moved for {patience.TotalSeconds:0} s; it is kept and goes on when a Fetcher runs");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<string?> WaitForPapersAsync(FetchRun run, Action<string> report, CancellationToken cancellationToken)
    {
        var left = new Queue<string>(await FindIdsAsync(run, cancellationToken));
        var total = left.Count;
        var since = time.GetTimestamp();
        var last = (Left: -1, Pending: -1L);
        while (left.TryPeek(out var id))
        {
            var stored = await listings.FindAsync(id, cancellationToken);
            var pending = await papers.CountPendingAsync(id, cancellationToken);
            if (stored is not { State: ListingState.Fetched } && pending == 0)
            {
                left.Dequeue();
                continue;
            }

            if (faults.First is { } fault)
            {
                return fault;
            }

            if ((left.Count, pending) != last)
            {
                (last, since) = ((left.Count, pending), time.GetTimestamp());
                report($"{run.Pages} answers, {total - left.Count} of {total} listings done, {pending} papers being enriched");
            }
            else if (time.GetElapsedTime(since) >= options.Value.StallTimeout)
            {
                return $"nothing has moved for {options.Value.StallTimeout.TotalSeconds:0} s; the work is kept and goes on when the workers run";
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    private static string Describe(FetchRun run)
        => run.State == RunState.Waiting ? $"waiting, {run.Reason ?? "for a Fetcher"}" : $"fetching, {run.Pages} answers so far";

    private async Task<IReadOnlyList<Listing>> FindListingsAsync(FetchRun run, CancellationToken cancellationToken)
        => await listings.FindManyAsync(await FindIdsAsync(run, cancellationToken), cancellationToken);

    // What this process saw, and what the answers name: separate workers, or a process before this one, may have fetched a part.
    private async Task<IReadOnlyList<string>> FindIdsAsync(FetchRun run, CancellationToken cancellationToken)
    {
        var answers = run is { From: { } first, To: { } last } ? await sources.ListAnswersAsync(run.SourceId, first, last, cancellationToken) : [];
        return [.. answers.Where(answer => answer.RunId == run.Id)
            .SelectMany(answer => answer.ListingIds)
            .Concat(tracker.Of(run.SourceId))
            .Distinct(StringComparer.Ordinal)];
    }
}
