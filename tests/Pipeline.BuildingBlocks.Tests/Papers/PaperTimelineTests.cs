using Pipeline.BuildingBlocks.Failures;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Tests.Support;

namespace Pipeline.BuildingBlocks.Tests.Papers;

public sealed class PaperTimelineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Measure_OfACompletion_SaysTheTimeSinceThatRevisionWasParsed()
    {
        var entries = PaperTimeline.Measure(
        [
            Entry(0, TimelineOutcome.Parsed, "a"), Entry(1, TimelineOutcome.Parsed, "b"), Entry(3, TimelineOutcome.Enriched, "a"), Entry(7, TimelineOutcome.Enriched, "b"),
        ]);

        Assert.Equal([null, null, 3000.0, 6000.0], entries.Select(entry => entry.Milliseconds));
    }

    [Fact]
    public void Measure_OfASecondCompletionOfARevision_SaysNoTime()
    {
        var entries = PaperTimeline.Measure(
            [Entry(0, TimelineOutcome.Parsed, "a"), Entry(3, TimelineOutcome.Enriched, "a"), Entry(9, TimelineOutcome.Enriched, "a")]);

        Assert.Equal([null, 3000.0, null], entries.Select(entry => entry.Milliseconds));
    }

    [Fact]
    public void Join_KeepsTheNewestInOrderOfTime()
    {
        var entries = Enumerable.Range(0, PaperTimeline.MaxEntries + 1).Reverse().Select(second => Entry(second, TimelineOutcome.Parsed, "a"));

        var joined = PaperTimeline.Join(entries);

        Assert.Equal(PaperTimeline.MaxEntries, joined.Count);
        Assert.Equal((Noon.AddSeconds(1), Noon.AddSeconds(PaperTimeline.MaxEntries)), (joined[0].At, joined[^1].At));
    }

    [Theory]
    [InlineData(TimelineEntry.MaxReasonLength, TimelineEntry.MaxReasonLength)]
    [InlineData(TimelineEntry.MaxReasonLength + 1, TimelineEntry.MaxReasonLength)]
    public void Reason_IsBounded(int length, int expected)
    {
        var result = new StageResult(StageNames.Claims, "a", "claims/1", Noon, new());

        Assert.Equal(expected, PaperTimeline.Refused(result, new string('x', length)).Reason!.Length);
    }

    [Theory]
    [InlineData(FailureState.Waiting, "extract-claims", StageNames.Claims, "late")]
    [InlineData(FailureState.Dead, "reclassify-topics", StageNames.Topics, "dead letter: late")]
    [InlineData(FailureState.Waiting, "deliver", "deliver", "late")]
    public void Failed_SaysStageAttemptReasonAndTrace(FailureState state, string queue, string stage, string reason)
    {
        var entry = PaperTimeline.Failed(Some.Failure() with
        {
            Stage = queue,
            State = state,
            Reason = "late",
            Attempts = 2,
            LastFailedAt = Noon,
            Headers = [new("MT-Activity-Id", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")],
        });

        Assert.Equal((Noon, stage, TimelineOutcome.Failed, 2, reason), (entry.At, entry.Stage, entry.Outcome, entry.Attempt, entry.Reason));
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", entry.TraceId);
    }

    [Fact]
    public void Failed_OfAMessageWithoutTrace_HasNone()
        => Assert.Null(PaperTimeline.Failed(Some.Failure() with { Headers = [new("MT-Activity-Id", "1-2")] }).TraceId);

    private static TimelineEntry Entry(int seconds, TimelineOutcome outcome, string revision)
        => new() { At = Noon.AddSeconds(seconds), Stage = StageNames.Parse, Outcome = outcome, Revision = revision };
}
