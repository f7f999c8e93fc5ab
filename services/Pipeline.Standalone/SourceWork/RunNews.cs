using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.SourceWork;

/// <summary>Tells of every run that ends, whoever works on it.</summary>
internal sealed class RunNews(IFetchRunStore runs, TimeProvider time)
{
    private const int NewestRuns = 100;
    // The work goes on in other processes or on other threads, and the store alone says how far it is.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly HashSet<Guid> _told = [];

    /// <summary>Writes a line a run until it is cancelled.</summary>
    public async Task WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var since = time.GetStoredNow();
        while (true)
        {
            foreach (var run in await EndedAsync(since, cancellationToken))
            {
                await output.WriteLineAsync($"{DayText.Utc(run.EndedAt!.Value)}  {RunTable.Line(run)}");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<FetchRun>> EndedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var newest = await runs.ListAsync(sourceId: null, cause: null, after: null, NewestRuns, cancellationToken);
        var ended = newest.Where(run => run.EndedAt >= since && !_told.Contains(run.Id)).OrderBy(run => run.EndedAt).ToList();

        // Those no longer among the newest cannot come again; the set stays as small as the list.
        _told.IntersectWith(newest.Select(run => run.Id));
        _told.UnionWith(ended.Select(run => run.Id));
        return ended;
    }
}
