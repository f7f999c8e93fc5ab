using System.Collections.Concurrent;
using Pipeline.BuildingBlocks.Pausing;

namespace Pipeline.BuildingBlocks.Tests.Pausing;

/// <summary>Pauses in memory, of a store that can be away.</summary>
internal sealed class FakePauseStore : IPauseStore
{
    private readonly ConcurrentDictionary<PipelineStage, StagePause> _pauses = [];
    private int _failures;

    public bool Away { get; set; }

    /// <summary>How often somebody asked while the store was away.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public Task<IReadOnlyList<StagePause>> ListAsync(CancellationToken cancellationToken)
    {
        if (Away)
        {
            Interlocked.Increment(ref _failures);
            throw new TimeoutException("The store is away.");
        }

        return Task.FromResult<IReadOnlyList<StagePause>>([.. _pauses.Values.OrderBy(pause => pause.Stage)]);
    }

    public Task<bool> PauseAsync(StagePause pause, CancellationToken cancellationToken) => Task.FromResult(_pauses.TryAdd(pause.Stage, pause));

    public Task<bool> ResumeAsync(PipelineStage stage, CancellationToken cancellationToken) => Task.FromResult(_pauses.TryRemove(stage, out _));
}
