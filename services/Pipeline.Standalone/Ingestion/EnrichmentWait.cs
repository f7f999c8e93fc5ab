using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Standalone.Ingestion;

/// <summary>Waits until the stages of this process have enriched the papers of some listings.</summary>
internal sealed class EnrichmentWait(IPaperStore papers, FaultLog faults, IOptions<StandaloneOptions> options, TimeProvider time)
{
    // The work goes on in other processes or on other threads, and the store alone says how far it is.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits.</summary>
    /// <param name="listingIds">The listings.</param>
    /// <param name="report">Told how many papers wait, whenever that changes.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Why papers are unfinished, one line; null when none is.</returns>
    public async Task<string?> RunAsync(IEnumerable<string> listingIds, Action<long> report, CancellationToken cancellationToken)
    {
        var last = -1L;
        var since = time.GetTimestamp();
        foreach (var listingId in listingIds)
        {
            while (await papers.CountPendingAsync(listingId, cancellationToken) > 0)
            {
                // The stages take papers in no order of listings: any that is done shows that they move.
                var pending = await papers.CountPendingAsync(listingId: null, cancellationToken);
                if (faults.First is { } fault)
                {
                    return $"{pending} papers are unfinished: {fault}";
                }

                if (pending != last)
                {
                    (last, since) = (pending, time.GetTimestamp());
                    report(pending);
                }
                else if (time.GetElapsedTime(since) >= options.Value.StallTimeout)
                {
                    return $"{pending} papers are unfinished: nothing has moved for {options.Value.StallTimeout.TotalSeconds:0} s; the work is kept and goes on later";
                }

                await Task.Delay(Pause, time, cancellationToken);
            }
        }

        return null;
    }
}
