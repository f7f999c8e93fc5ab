using Pipeline.BuildingBlocks.Changes;

namespace Pipeline.Standalone.Output;

/// <summary>Reads the change log for a person or a program at the terminal.</summary>
internal sealed class ChangeWalk(IChangeLog log, ChangeFilter filter, TimeProvider time)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Reads one page; says on standard error where entries are no longer kept.</summary>
    public async Task<ChangePage> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var page = await log.ReadAsync(after, filter, limit, cancellationToken);
        if (page.Trimmed > after)
        {
            await Console.Error.WriteLineAsync($"Entries up to {page.Trimmed} are no longer kept. What the papers are now: papers export");
        }

        return page;
    }

    /// <summary>Reads on until it is told to stop.</summary>
    public async Task FollowAsync(long after, Action<ChangePage> show, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var page = await ReadAsync(after, PageSize, cancellationToken);
                show(page);
                after = Math.Max(page.Next, page.Trimmed);
                if (page.Changes.Count < PageSize)
                {
                    // Other processes add to the log; the store does not tell.
                    await Task.Delay(Pause, time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // That is how it ends.
        }
    }
}
