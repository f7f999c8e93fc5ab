using Microsoft.Extensions.Logging;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler;

/// <summary>Says once when a source begins to fail, and once when it works again.</summary>
internal sealed class RunWatch(SourceCatalogue catalogue, IFetchRunStore runs, ILogger<RunWatch> logger) : IScheduledStep
{
    private const int NewestRuns = 10;
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await catalogue.ListAsync(cancellationToken))
        {
            var newest = await runs.ListAsync(source.Id, cause: null, after: null, NewestRuns, cancellationToken);
            switch (newest.FirstOrDefault(run => run.HasEnded))
            {
                case { State: RunState.Failed } failed when _failing.Add(source.Id):
                    logger.SourceFails(source.Id, failed.Reason ?? "no reason was recorded");
                    break;
                case { State: RunState.Done } when _failing.Remove(source.Id):
                    logger.SourceWorksAgain(source.Id);
                    break;
            }
        }
    }
}
