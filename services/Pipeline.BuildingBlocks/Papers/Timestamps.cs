namespace Pipeline.BuildingBlocks.Papers;

/// <summary>Times as the stores keep them.</summary>
public static class Timestamps
{
    /// <summary>The current time in UTC, cut to whole milliseconds: what both stores can hold without loss.</summary>
    public static DateTimeOffset GetStoredNow(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return ToStored(time.GetUtcNow());
    }

    /// <summary>The same instant in UTC, cut to whole milliseconds.</summary>
    public static DateTimeOffset ToStored(DateTimeOffset at)
        => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
