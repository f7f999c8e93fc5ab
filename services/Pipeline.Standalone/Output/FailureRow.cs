using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Standalone.Output;

/// <summary>A failed message as one line of a list: what a script sorts and selects by. <c>deadletters show</c> has the rest.</summary>
internal sealed record FailureRow(
    Guid Id,
    string Stage,
    FailureState State,
    FailureCause Cause,
    string Reason,
    string? Type,
    Guid? MessageId,
    string? PaperId,
    string? SourceId,
    int Attempts,
    int Failures,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt,
    DateTimeOffset DueAt)
{
    public static FailureRow Of(FailedMessage failure) => new(
        failure.Id,
        failure.Stage,
        failure.State,
        failure.Cause,
        failure.Reason,
        failure.Type,
        failure.MessageId,
        failure.PaperId,
        failure.SourceId,
        failure.Attempts,
        failure.Failures,
        failure.FirstFailedAt,
        failure.LastFailedAt,
        failure.DueAt);
}
