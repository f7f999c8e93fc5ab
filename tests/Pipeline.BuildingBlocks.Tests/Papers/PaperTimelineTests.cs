using Pipeline.BuildingBlocks.Papers;

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

    private static TimelineEntry Entry(int seconds, TimelineOutcome outcome, string revision)
        => new() { At = Noon.AddSeconds(seconds), Stage = StageNames.Parse, Outcome = outcome, Revision = revision };
}
