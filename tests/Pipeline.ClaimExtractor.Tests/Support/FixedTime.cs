namespace Pipeline.ClaimExtractor.Tests.Support;

/// <summary>A clock that stands a little after noon.</summary>
internal sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    // Less than a millisecond: more than a store can keep.
    public override DateTimeOffset GetUtcNow() => Noon.AddTicks(7);
}
