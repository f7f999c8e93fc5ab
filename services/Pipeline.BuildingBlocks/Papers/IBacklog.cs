namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How much waits for the stages, as the store knows it.</summary>
public interface IBacklog
{
    /// <summary>Looks what waits for each stage: listings for the parser, papers for the others.</summary>
    /// <returns>One entry a stage, in the order in which a paper goes through them.</returns>
    Task<IReadOnlyList<StageBacklog>> MeasureAsync(CancellationToken cancellationToken);
}

/// <summary>What waits for one stage.</summary>
/// <param name="Stage">The stage, as <see cref="StageNames"/> names it.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Oldest">When what waits longest was last obtained; null when nothing waits.</param>
public sealed record StageBacklog(string Stage, long Waiting, DateTimeOffset? Oldest);
