namespace Pipeline.BuildingBlocks.Papers;

/// <summary>The papers that lack nothing, for whoever makes sure that each has been announced.</summary>
public interface ICompletedPapers
{
    /// <summary>Streams papers that are complete at their current revision since a time, to the second; the earliest first. Reads every paper.</summary>
    IAsyncEnumerable<CompletedPaper> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A paper that lacks nothing.</summary>
/// <param name="PaperId">Key of the paper.</param>
/// <param name="Completion">The write that completed it.</param>
public sealed record CompletedPaper(string PaperId, Completion Completion);
