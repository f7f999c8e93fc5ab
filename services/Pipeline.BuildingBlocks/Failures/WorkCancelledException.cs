namespace Pipeline.BuildingBlocks.Failures;

/// <summary>Work on a message was cancelled though nobody asked for it to stop, as a client's time-out does.</summary>
public sealed class WorkCancelledException(OperationCanceledException inner) : Exception($"The work was cancelled: {inner?.Message}", inner);
