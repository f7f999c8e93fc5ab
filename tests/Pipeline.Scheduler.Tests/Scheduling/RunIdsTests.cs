using Pipeline.Scheduler.Scheduling;
using Pipeline.Scheduler.Tests.Support;

namespace Pipeline.Scheduler.Tests.Scheduling;

public sealed class RunIdsTests
{
    private static readonly Guid Backfill = RunIds.Backfill("daily", Some.Day("2026-01-01"), Some.Day("2026-01-31"));

    [Fact]
    public void Slot_IsTheSameForTheSameMoment_HoweverItIsWritten()
        => Assert.Equal(RunIds.Slot("daily", Some.At("2026-01-15T06:00:00Z")), RunIds.Slot("daily", Some.At("2026-01-15T07:00:00+01:00")));

    [Fact]
    public void Ids_OfDifferentThings_Differ()
        => Assert.Distinct(
        [
            RunIds.Slot("daily", Some.Noon),
            RunIds.Slot("daily", Some.Noon.AddMinutes(1)),
            RunIds.Slot("weekly", Some.Noon),
            Backfill,
            RunIds.Backfill("weekly", Some.Day("2026-01-01"), Some.Day("2026-01-31")),
            RunIds.Backfill("daily", Some.Day("2026-01-01"), Some.Day("2026-01-30")),
            RunIds.Backfill("daily", Some.Day("2026-01-02"), Some.Day("2026-01-31")),
            RunIds.Part(Backfill, 1, Some.Day("2026-01-01")),
            RunIds.Part(Backfill, 2, Some.Day("2026-01-01")),
            RunIds.Part(Backfill, 1, Some.Day("2026-01-02")),
        ]);
}
