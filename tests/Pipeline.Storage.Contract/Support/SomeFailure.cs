using Pipeline.BuildingBlocks.Failures;

namespace Pipeline.Storage.Contract;

/// <summary>Messages that failed.</summary>
public static class SomeFailure
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    /// <summary>A message that failed as often as a number of minutes.</summary>
    public static FailedMessage Message(int number = 1, FailureState state = FailureState.Waiting, int due = 0, int failed = 0) => new()
    {
        Id = SomeSource.Id(number),
        Queue = "p-extract-claims",
        Stage = "extract-claims",
        ContentType = "application/vnd.masstransit+json",
        Body = [1, 2, (byte)number],
        Cause = FailureCause.Transient,
        Group = "IOException: The archive is away.",
        Reason = "The archive is away.",
        FirstFailedAt = At(0),
        LastFailedAt = At(failed),
        DueAt = At(due),
        State = state,
    };

    /// <summary>A message with every value set.</summary>
    public static FailedMessage Full() => Message() with
    {
        MessageId = SomeSource.Id(7),
        Type = "PaperParsed",
        Body = [.. Enumerable.Range(0, 256).Select(value => (byte)value)],
        Headers = [new("x.dotted $name", "a\nb"), new("MT-Host", "one")],
        PaperId = "arxiv:2403.00001",
        SourceId = "daily",
        Stack = "at A\n  at B",
        Attempts = 2,
        Failures = 5,
        ByHand = true,
        Acts =
        [
            new() { At = At(1), By = "extract-claims", What = "failed", Why = "The archive is away." },
            new() { At = At(2), By = "ann", What = "edit", FormerBody = "{\"a\":\"é\"}" },
        ],
        Sequence = 4,
    };
}
