namespace Pipeline.BuildingBlocks.Sources;

/// <summary>A place among runs, the last created first; runs of one time stand in the order of their ids' text.</summary>
/// <param name="CreatedAt">When the run there was created.</param>
/// <param name="Id">Its id.</param>
public sealed record RunPlace(DateTimeOffset CreatedAt, Guid Id);
