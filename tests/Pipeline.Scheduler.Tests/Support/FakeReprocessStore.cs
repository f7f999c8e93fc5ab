using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Scheduler.Tests.Support;

/// <summary>Runs and papers in memory, with the promises of the port; of a selection only the keys are looked at.</summary>
internal sealed class FakeReprocessStore : IReprocessStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, EnrichedPaper> _papers = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, ReprocessRun> _runs = [];
    private readonly Dictionary<Guid, Guid> _holders = [];
    private readonly ConcurrentDictionary<(Guid Run, string Paper, string Revision), KeptDigest> _kept = [];

    /// <summary>Called before a run is written; a test changes the run there, as another process would.</summary>
    public Action<ReprocessRun>? BeforeUpdate { get; set; }

    /// <summary>Papers whose state before is kept, over all runs.</summary>
    public int Kept => _kept.Count;

    public bool IsHeld(Guid id)
    {
        lock (_lock)
        {
            return _holders.ContainsKey(id);
        }
    }

    public void Put(EnrichedPaper paper)
    {
        lock (_lock)
        {
            _papers[paper.Id] = paper;
        }
    }

    public void Remove(string paperId)
    {
        lock (_lock)
        {
            _papers.Remove(paperId);
        }
    }

    public ReprocessRun Get(Guid id)
    {
        lock (_lock)
        {
            return _runs[id];
        }
    }

    public Task<bool> TryCreateAsync(ReprocessRun run, CancellationToken cancellationToken) => Task.FromResult(_runs.TryAdd(run.Id, run));

    public Task<ReprocessRun?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(_runs.GetValueOrDefault(id));

    public Task<IReadOnlyList<ReprocessRun>> ListAsync(RunPlace? after, int limit, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ReprocessRun>>([.. _runs.Values.OrderByDescending(run => run.CreatedAt).Take(limit)]);

    public Task<IReadOnlyList<ReprocessRun>> ListRunningAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ReprocessRun>>([.. _runs.Values.Where(run => run.State == ReprocessState.Running).OrderBy(run => run.CreatedAt)]);
        }
    }

    public Task<bool> UpdateAsync(ReprocessRun run, CancellationToken cancellationToken)
    {
        BeforeUpdate?.Invoke(run);
        lock (_lock)
        {
            if (_runs.GetValueOrDefault(run.Id)?.Sequence != run.Sequence)
            {
                return Task.FromResult(false);
            }

            _runs[run.Id] = run with { Sequence = run.Sequence + 1 };
            return Task.FromResult(true);
        }
    }

    public Task KeepAsync(Guid id, IReadOnlyList<KeptDigest> digests, CancellationToken cancellationToken)
    {
        foreach (var digest in digests)
        {
            _kept.TryAdd((id, digest.PaperId, digest.Revision), digest);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<KeptDigest>> ReadKeptAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<KeptDigest>>([.. _kept.Where(kept => kept.Key.Run == id && paperIds.Contains(kept.Key.Paper)).Select(kept => kept.Value)]);

    public Task ForgetAsync(Guid id, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => ForgetAsync(key => key.Run == id && paperIds.Contains(key.Paper));

    public Task ForgetEndedAsync(CancellationToken cancellationToken) => ForgetAsync(key => _runs[key.Run].HasEnded);

    public Task<ReprocessRun?> TakeAsync(Guid id, Guid holder, TimeSpan hold, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(
                _runs.GetValueOrDefault(id) is { State: ReprocessState.Running } run && (_holders.TryAdd(id, holder) || _holders[id] == holder) ? run : null);
        }
    }

    public Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_holders.GetValueOrDefault(id) == holder)
            {
                _holders.Remove(id);
            }

            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<EnrichedPaper>> FindPapersAsync(PaperSelection selection, string? after, int limit, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<EnrichedPaper>>(
            [.. Selected(selection).Where(paper => string.CompareOrdinal(paper.Id, after) > 0).Take(limit)]);

    public Task<long> CountPapersAsync(PaperSelection selection, CancellationToken cancellationToken)
        => Task.FromResult<long>(Selected(selection).Count);

    public Task<IReadOnlyList<StageStamp>> ReadStampsAsync(EnrichmentStage stage, IReadOnlyList<string> paperIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<StageStamp>>([.. Selected(new() { Stage = stage, Ids = paperIds }).Select(paper => stage == EnrichmentStage.Claims
            ? new StageStamp(paper.Id, paper.Revision, paper.Claims?.Revision, paper.Claims?.Version)
            : new StageStamp(paper.Id, paper.Revision, paper.Topics?.Revision, paper.Topics?.Version))]);

    public Task<IReadOnlyList<StageVersionCount>> ListVersionsAsync(EnrichmentStage stage, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    private Task ForgetAsync(Func<(Guid Run, string Paper, string Revision), bool> which)
    {
        foreach (var key in _kept.Keys.Where(which))
        {
            _kept.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }

    private List<EnrichedPaper> Selected(PaperSelection selection)
    {
        lock (_lock)
        {
            return [.. _papers.Values.Where(paper => selection.Ids.Count == 0 || selection.Ids.Contains(paper.Id, StringComparer.Ordinal))];
        }
    }
}
