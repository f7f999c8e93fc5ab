using System.Collections.Immutable;

namespace Pipeline.BuildingBlocks.Pausing;

/// <summary>What is paused, as far as this process knows.</summary>
public sealed class PausedStages
{
    private volatile ImmutableHashSet<PipelineStage> _stages = [];

    /// <summary>Whether a stage is paused.</summary>
    public bool Has(PipelineStage stage) => _stages.Contains(stage);

    /// <summary>Takes over what the store says.</summary>
    public void Set(IEnumerable<StagePause> pauses) => _stages = [.. pauses.Select(pause => pause.Stage)];
}
