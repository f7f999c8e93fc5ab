using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Fetcher.Tests.Support;

/// <summary>Runs in memory.</summary>
internal sealed class FakeRunStore : IFetchRunStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, FetchRun> _runs = [];
    private readonly List<FetchRun> _writes = [];

    /// <summary>Every state a run was written in, in order.</summary>
    public IReadOnlyList<FetchRun> Writes
    {
        get
        {
            lock (_lock)
            {
                return [.. _writes];
            }
        }
    }

    public Task<bool> TryCreateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_runs.TryAdd(run.Id, run));
        }
    }

    public Task<FetchRun?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_runs.GetValueOrDefault(id));
        }
    }

    public Task<bool> UpdateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_runs.TryGetValue(run.Id, out var stored) || stored.HasEnded || stored.Sequence != run.Sequence)
            {
                return Task.FromResult(false);
            }

            Assert.True(run.Cursor is null || run.Cursor.Length <= FetchRun.MaxCursorLength);
            _runs[run.Id] = stored with
            {
                State = run.State, DueAt = run.DueAt, Cursor = run.Cursor, Pages = run.Pages, Unchanged = run.Unchanged,
                Failures = run.Failures, Reason = run.Reason, EndedAt = run.EndedAt,
                HeldUntil = run.HeldUntil, Sequence = run.Sequence + 1,
            };
            _writes.Add(_runs[run.Id]);
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<FetchRun>> TakeDueAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException("The fetcher does not dispatch.");

    public Task<IReadOnlyList<FetchRun>> ListAsync(
        string? sourceId, RunCause? cause, RunPlace? after, int limit, CancellationToken cancellationToken)
        => throw new NotSupportedException("The fetcher does not list runs.");

    public Task<bool> TryCreateAsync(Backfill backfill, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Backfill?> FindBackfillAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> UpdateAsync(Backfill backfill, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Backfill>> ListRunningBackfillsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
