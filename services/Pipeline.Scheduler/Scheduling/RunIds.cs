using System.Globalization;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Scheduler.Scheduling;

/// <summary>Keys of runs and backfills, derived from what they are for: creating the same twice is impossible.</summary>
public static class RunIds
{
    /// <summary>The run for a slot of a schedule.</summary>
    public static Guid Slot(string sourceId, DateTimeOffset slot)
        => DeterministicId.From("slot-run", sourceId, slot.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>The backfill of some days.</summary>
    public static Guid Backfill(string sourceId, DateOnly from, DateOnly to) => DeterministicId.From("backfill", sourceId, Text(from), Text(to));

    /// <summary>The part of a backfill that begins with a day.</summary>
    public static Guid Part(Guid backfillId, int round, DateOnly first)
        => DeterministicId.From("backfill-run", backfillId.ToString("N"), round.ToString(CultureInfo.InvariantCulture), Text(first));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
