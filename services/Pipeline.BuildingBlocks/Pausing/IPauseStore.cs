namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>Which stages are paused, for every process of the pipeline.</summary>
public interface IPauseStore
{
    /// <summary>Reads what is paused, in the order of the stages.</summary>
    Task<IReadOnlyList<StagePause>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Pauses a stage.</summary>
    /// <returns>False when it is paused already; who paused it first, and why, stays.</returns>
    Task<bool> PauseAsync(StagePause pause, CancellationToken cancellationToken);

    /// <summary>Lets a stage go on.</summary>
    /// <returns>False when it was not paused.</returns>
    Task<bool> ResumeAsync(PipelineStage stage, CancellationToken cancellationToken);
}
