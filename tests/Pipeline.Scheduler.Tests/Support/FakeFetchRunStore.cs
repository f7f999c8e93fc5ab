using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Runs and backfills in memory, with the promises of the real stores.</summary>
internal sealed class FakeFetchRunStore : IFetchRunStore
{
    private readonly Lock _lock = new();
    private readonly List<FetchRun> _runs = [];
    private readonly Dictionary<Guid, Backfill> _backfills = [];

    /// <summary>All runs, in the order they were created.</summary>
    public IReadOnlyList<FetchRun> Runs
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs];
            }
        }
    }

    /// <summary>What the next calls fail with, the first one first.</summary>
    public Queue<Exception> Failures { get; } = new();

    public Task<bool> TryCreateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_runs.Exists(stored => stored.Id == run.Id))
            {
                return Task.FromResult(false);
            }

            _runs.Add(run);
            return Task.FromResult(true);
        }
    }

    public Task<FetchRun?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_runs.Find(run => run.Id == id));
        }
    }

    public Task<bool> UpdateAsync(FetchRun run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var at = _runs.FindIndex(stored => stored.Id == run.Id && !stored.HasEnded && stored.Sequence == run.Sequence);
            if (at >= 0)
            {
                _runs[at] = run with { Sequence = run.Sequence + 1 };
            }

            return Task.FromResult(at >= 0);
        }
    }

    public Task<IReadOnlyList<FetchRun>> TakeDueAsync(DateTimeOffset now, TimeSpan delay, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            var due = _runs.Where(run => !run.HasEnded && run.DueAt <= now).OrderBy(run => run.DueAt).Take(limit)
                .Select(run => run with { DueAt = now + delay })
                .ToList();
            due.ForEach(run => _runs[_runs.FindIndex(stored => stored.Id == run.Id)] = run);
            return Task.FromResult<IReadOnlyList<FetchRun>>(due);
        }
    }

    public Task<IReadOnlyList<FetchRun>> ListAsync(
        string? sourceId, RunCause? cause, RunPlace? after, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FetchRun>>([.. _runs
                .Where(run => (sourceId is null || run.SourceId == sourceId) && (cause is null || run.Cause == cause))
                .Reverse()
                .OrderByDescending(run => run.CreatedAt)
                .Take(limit)]);
        }
    }

    public Task<bool> TryCreateAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_backfills.TryAdd(backfill.Id, backfill));
        }
    }

    public Task<Backfill?> FindBackfillAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_backfills.GetValueOrDefault(id));
        }
    }

    public Task<bool> UpdateAsync(Backfill backfill, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var stands = _backfills.TryGetValue(backfill.Id, out var stored) && stored.Sequence == backfill.Sequence;
            if (stands)
            {
                _backfills[backfill.Id] = backfill with { Sequence = backfill.Sequence + 1 };
            }

            return Task.FromResult(stands);
        }
    }

    public Task<IReadOnlyList<Backfill>> ListRunningBackfillsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Backfill>>([.. _backfills.Values
                .Where(backfill => backfill.State == BackfillState.Running)
                .OrderBy(backfill => backfill.CreatedAt)]);
        }
    }
}
