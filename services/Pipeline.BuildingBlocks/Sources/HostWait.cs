namespace Pipeline.BuildingBlocks.Sources;

/// <summary>How long to wait for a turn at a host, by what a store knows of it.</summary>
public static class HostWait
{
    // Its holder may give it back at any moment, and nobody tells those who wait.
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>The wait before a turn that was refused is worth asking for again. Above zero.</summary>
    /// <param name="now">Now, by the store's clock.</param>
    /// <param name="nextAt">Before then nobody gets a turn.</param>
    /// <param name="heldUntil">Until when somebody else holds the turn; null when nobody does.</param>
    public static TimeSpan Before(DateTimeOffset now, DateTimeOffset nextAt, DateTimeOffset? heldUntil)
    {
        var spacing = nextAt - now;
        var held = heldUntil - now is { } left && left > TimeSpan.Zero ? TimeSpan.FromTicks(Math.Min(left.Ticks, AskAgain.Ticks)) : TimeSpan.Zero;
        var wait = spacing > held ? spacing : held;
        return wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);
    }
}
