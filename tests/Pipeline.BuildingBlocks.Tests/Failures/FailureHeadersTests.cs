using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Failures;

public sealed class FailureHeadersTests
{
    [Fact]
    public void ForReplay_KeepsWhatTheMessageCameWith_AndLeavesOutWhatTellsOfItsFailure()
    {
        var failure = Some.Failure() with
        {
            Attempts = 3,
            Headers =
            [
                new("tenant", "a"), new("MT-Fault-Message", "no"), new("MT-Reason", "fault"), new("x-death", "queue=q"),
                new("x-first-death-queue", "q"), new("x-delivery-count", "4"), new("MT-Activity-Id", "00-1-2-01"), new("MessageId", "7"),
            ],
        };

        Assert.Equal(
            [("tenant", "a"), ("Pipeline-Failure", failure.Id.ToString("D")), ("Pipeline-Attempt", "3"), ("Pipeline-First-Trace", "00-1-2-01")],
            FailureHeaders.ForReplay(failure).Select(header => (header.Name, header.Value)));
    }

    [Fact]
    public void ForReplay_TheSecondTime_KeepsTheFirstTraceAndNamesEntryAndAttemptOnce()
    {
        var first = Some.Failure() with { Headers = [new("MT-Activity-Id", "00-1-2-01")], Attempts = 1 };
        var second = first with { Headers = [.. FailureHeaders.ForReplay(first), new("MT-Activity-Id", "00-9-9-01")], Attempts = 2 };

        Assert.Equal(
            [("Pipeline-Failure", first.Id.ToString("D")), ("Pipeline-Attempt", "2"), ("Pipeline-First-Trace", "00-1-2-01")],
            FailureHeaders.ForReplay(second).Select(header => (header.Name, header.Value)));
    }
}
